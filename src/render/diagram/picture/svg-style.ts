/** What every picture has: its style sheet, without colours, and the pattern of a bar of waiting. */
export const PICTURE_STYLE = `
.pb-p text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:12px;fill:var(--ink)}
.pb-p .title{font-size:17px;font-weight:650}
.pb-p .soft{fill:var(--soft)}
.pb-p .time{font-size:11px;fill:var(--soft);text-anchor:end;font-variant-numeric:tabular-nums}
.pb-p .head{font-size:13px;font-weight:600;text-anchor:middle}
.pb-p .label{paint-order:stroke;stroke:var(--paper);stroke-width:3.5px;stroke-linejoin:round}
.pb-p .section{font-weight:650;font-size:13px}
.pb-p .badge{font-size:11px;font-weight:700;text-anchor:middle}
`;

export const HATCH =
  '<defs><pattern id="pb-h" width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">' +
  '<rect width="5" height="5" fill="var(--wait)"/><rect width="1.6" height="5" fill="var(--waiting)"/></pattern></defs>';
