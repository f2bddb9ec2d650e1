/** The style sheet of the page, without its colours. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;grid-template:auto minmax(0,1fr)/minmax(0,1fr) 350px;background:var(--paper);color:var(--ink);
  font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
[hidden]{display:none!important}
header{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px;padding:8px 16px;
  border-bottom:1px solid var(--lane);background:var(--raised)}
h1{font-size:17px;margin:0;margin-right:auto;overflow-wrap:anywhere}
h2{font-size:15px;margin:0 0 6px;overflow-wrap:anywhere}
h3{font-size:13px;margin:12px 0 4px}
p{margin:0 0 6px;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.group{display:flex;gap:4px;align-items:center}
button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--lane);border-radius:6px;padding:4px 10px;
  min-height:32px;cursor:pointer}
button:hover{border-color:var(--focus)}
button:disabled{opacity:.5;cursor:default}
button[aria-pressed=true]{background:var(--focus);border-color:var(--focus);color:var(--paper)}
:focus-visible{outline:3px solid var(--focus);outline-offset:1px}
#picture{position:relative;min-width:0;min-height:0;display:grid;grid-template-columns:minmax(0,1fr) 28px}
#drawing{width:100%;height:100%;display:block;touch-action:none;cursor:grab}
#drawing:focus-visible{outline-offset:-3px}
#overview{width:28px;height:100%;display:block;touch-action:none;cursor:ns-resize;border-left:1px solid var(--lane)}
#tip{position:absolute;pointer-events:none;max-width:420px;padding:4px 8px;border-radius:6px;background:var(--ink);
  color:var(--paper);font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere}
aside{border-left:1px solid var(--lane);overflow:auto;padding:14px 16px;min-height:0}
aside section{margin-bottom:20px}
aside ol,aside ul{list-style:none;margin:0;padding:0}
.anomaly{display:grid;grid-template-columns:auto 1fr;gap:2px 8px;text-align:left;width:100%;margin-bottom:6px;padding:8px 10px;
  overflow-wrap:anywhere}
.anomaly .number{background:var(--anomaly);color:var(--onAnomaly);font-weight:700;min-width:22px;padding:0 5px;border-radius:11px;
  text-align:center}
.anomaly span:last-child{grid-column:1/-1;font-size:13px}
.anomaly[aria-current=true]{border-color:var(--anomaly);box-shadow:inset 3px 0 var(--anomaly)}
.wrong,.about{border-left:3px solid var(--anomaly);padding-left:8px}
.about{border-left-style:dashed}
.link{border:0;background:none;padding:2px 0;min-height:0;color:var(--focus);text-decoration:underline;text-align:left;
  overflow-wrap:anywhere}
#legend svg{display:block;width:100%;height:auto}
#table{overflow:auto;padding:12px 16px;min-height:0}
.rows{display:flex;align-items:center;gap:10px;margin-bottom:8px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid var(--lane);overflow-wrap:anywhere}
#table td:nth-child(-n+2){white-space:nowrap;font-variant-numeric:tabular-nums}
#table td:nth-child(3),#table td:nth-child(4){min-width:110px}
#table .link{overflow-wrap:normal}
#table th{overflow-wrap:normal}
tr[aria-selected=true]{background:var(--operation)}
dialog{border:1px solid var(--lane);border-radius:10px;background:var(--paper);color:var(--ink);max-width:560px;padding:18px 22px}
dialog::backdrop{background:#0007}
dialog p{margin-top:10px}
kbd{font:12px ui-monospace,monospace;border:1px solid var(--lane);border-radius:4px;padding:1px 6px;background:var(--raised)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (max-width:820px){
  body{grid-template:auto minmax(0,1fr) minmax(90px,34vh)/minmax(0,1fr)}
  aside{border-left:0;border-top:1px solid var(--lane)}
  h1{flex-basis:100%}
}
@media print{
  body{display:block}
  header .group,#overview{display:none}
  #picture{height:60vh}
  aside{overflow:visible;border:0}
}
`;
