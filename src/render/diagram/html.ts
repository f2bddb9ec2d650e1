import type { Diagram } from './model.js';
import pageScript from './page/main.js?script';
import { PAGE_STYLE } from './page/style.js';
import { paletteCss } from './picture/palette.js';
import { signs } from './picture/svg-legend.js';
import { HATCH, PICTURE_STYLE } from './picture/svg-style.js';
import { escaped } from './picture/svg-text.js';

/** Nothing is loaded from anywhere, and nothing in the data can be run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** The diagram as a page that needs nothing but itself: to zoom, to walk through, to read as a table. */
export function htmlOf(diagram: Diagram): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(diagram.title)}</title>
<link rel="icon" href="data:,">
<style>${paletteCss(':root')}${PAGE_STYLE}${PICTURE_STYLE}</style>
</head>
<body>
${header(diagram)}
${main(diagram)}
${aside(diagram)}
${HELP}
<script type="application/json" id="diagram">${JSON.stringify(diagram).replaceAll('<', '\\u003c')}</script>
<script>${withoutEndTags(pageScript)}</script>
</body>
</html>
`;
}

/** A script ends where its end tag stands, whatever quotes are around it. */
function withoutEndTags(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

function header({ title, marks }: Diagram): string {
  const none = marks.length === 0 ? ' disabled' : '';
  return `<header>
<h1>${escaped(title)}</h1>
<div class="group" role="group" aria-label="Anomalies">
<button type="button" id="anomaly-before"${none}>Previous</button>
<button type="button" id="anomaly-after"${none}>Next anomaly</button>
</div>
<div class="group" role="group" aria-label="Size">
<button type="button" id="smaller" aria-label="Smaller">−</button>
<button type="button" id="larger" aria-label="Larger">+</button>
<button type="button" id="all">All</button>
</div>
<div class="group">
<button type="button" id="show-table" aria-pressed="false">Table</button>
<button type="button" id="show-help">Help</button>
</div>
</header>`;
}

function main({ lanes, events, marks }: Diagram): string {
  const what = `Space-time diagram of ${lanes.length} lanes and ${events.length} events, ${marks.length} anomalies. Press an arrow key to step through it, t for a table, ? for help.`;
  return `<main id="picture">
<canvas id="drawing" tabindex="0" role="application" aria-label="${escaped(what)}"></canvas>
<canvas id="overview" aria-hidden="true"></canvas>
<div id="tip" aria-hidden="true" hidden></div>
<noscript>This page needs JavaScript; passbook export --to svg makes a picture that does not.</noscript>
</main>
<section id="table" aria-label="All events" tabindex="0" data-scrolls hidden>
<div class="rows"><button type="button" id="rows-before">Before</button><button type="button" id="rows-after">After</button>
<span id="rows-shown"></span></div>
<table><thead><tr><th scope="col">#</th><th scope="col">Time</th><th scope="col">Where</th><th scope="col">What</th>
<th scope="col">In words</th></tr></thead><tbody id="rows"></tbody></table>
</section>`;
}

const LEGEND_WIDTH = 316;

function aside(diagram: Diagram): string {
  const { markup, height } = signs(diagram, LEGEND_WIDTH, -6);
  return `<aside data-scrolls>
<section id="details" aria-label="Selected event"></section>
<section><h2 id="anomalies-heading"></h2><ol id="anomalies"></ol></section>
<section id="legend"><h2>Signs</h2>
<svg class="pb-p" viewBox="0 0 ${LEGEND_WIDTH} ${Math.ceil(height + 6)}" role="img" aria-label="What the signs mean">${HATCH}${markup}</svg>
<p class="soft">Time runs downwards, by the order of events and not to scale: long pauses are shortened.</p></section>
</aside>
<div id="said" class="unseen" aria-live="polite"></div>`;
}

const HELP = `<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title" tabindex="-1" autofocus>Keys</h2>
<table><tbody id="keys"></tbody></table>
<p>The wheel or two fingers zoom, a drag moves the drawing, Shift and the wheel move it up and down. A click selects an event.
The strip at the right shows all of the run: click it to go there.</p>
<form method="dialog"><button>Close</button></form>
</dialog>`;
