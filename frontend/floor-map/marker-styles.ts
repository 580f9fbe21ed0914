import { css } from 'lit';

/** The quality by state matrix: each state has a border, an icon and a corner of its own, and never a colour alone. */
export const markerStyles = css`
  .marks {
    position: absolute;
    inset: 0 auto auto 0;
    width: 0;
    height: 0;
    transform-origin: 0 0;
    contain: layout style;
  }

  .marks button,
  .plate {
    position: absolute;
    inset: 0 auto auto 0;
    margin: 0;
  }

  /* The plate under the cells of one card. */
  .plate {
    border-radius: var(--bmac-radius);
    background: var(--bmac-card);
    /* A line and no soft shadow: a blur is drawn again with every value that changes above it. */
    outline: 1px solid var(--bmac-card-line);
    pointer-events: none;
  }

  .plate.floating {
    z-index: 5;
    outline: none;
    box-shadow: 0 0 0 1px var(--bmac-card-line), var(--bmac-shadow-2);
  }

  .cell {
    --frame: 3px;
    --cell-icon: var(--full-icon);
    --cell-value: var(--full-value);
    --cell-unit: var(--full-unit);
    --cell-note: var(--full-note);
    --cell-before: var(--full-before);
    --cell-gap: var(--full-gap);
    z-index: 1;
    display: flex;
    align-items: center;
    gap: var(--cell-gap);
    padding: 0 0 0 var(--cell-before);
    border: 0;
    border-radius: var(--bmac-radius);
    background: none;
    text-align: start;
    white-space: nowrap;
    /* Its size is written by the layer, so that a changed text is laid out in its cell and nowhere else. */
    contain: size layout style;
  }

  .cell.compact {
    --cell-icon: var(--compact-icon);
    --cell-value: var(--compact-value);
    --cell-unit: var(--compact-unit);
    --cell-note: var(--compact-note);
    --cell-before: var(--compact-before);
    --cell-gap: var(--compact-gap);
  }

  .cell.dense {
    --frame: 2px;
    --cell-icon: var(--dense-icon);
    --cell-value: var(--dense-value);
    --cell-unit: var(--dense-unit);
    --cell-note: var(--dense-note);
    --cell-before: var(--dense-before);
    --cell-gap: var(--dense-gap);
  }

  .cell.floating {
    z-index: 6;
  }

  /* Hairlines between the cells of a card. */
  .cell::before {
    content: '';
    position: absolute;
    inset: 0;
    border: 0 solid var(--bmac-card-line);
    pointer-events: none;
  }

  .cell.right::before {
    border-left-width: 1px;
  }

  .cell.below::before {
    border-top-width: 1px;
  }

  /* A lone cell is hit in 48 pixels, however small it is drawn. */
  .cell.alone::after,
  .chip::after {
    content: '';
    position: absolute;
    inset: min(0px, (100% - var(--bmac-touch)) / 2) 0;
  }

  .cell.alone {
    --frame: 0px;
  }

  .cell.away {
    width: 1px !important;
    height: 1px !important;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .frame {
    position: absolute;
    inset: var(--frame);
    border-radius: calc(var(--bmac-radius) - var(--frame));
    pointer-events: none;
  }

  .cell:hover .frame {
    background: color-mix(in srgb, var(--bmac-text) 6%, transparent);
  }

  .cell .icon {
    position: relative;
    flex: none;
    width: var(--cell-icon);
    height: var(--cell-icon);
    color: var(--bmac-text-quiet);
  }

  .words {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    line-height: 1.22;
  }

  /* One line of text and no row of boxes: it is laid out in half the time, and changes most of all. */
  .line {
    font-size: var(--cell-value);
    white-space: pre;
  }

  .value {
    font-weight: 600;
    letter-spacing: -0.005em;
  }

  .unit {
    font-size: var(--cell-unit);
    color: var(--bmac-text-quiet);
  }

  .unit:empty,
  .trend:empty,
  .value:empty {
    display: none;
  }

  .trend {
    margin-inline-start: 0.25em;
    color: var(--bmac-text-quiet);
    font-size: 0.9em;
  }

  .note {
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: var(--cell-note);
    color: var(--bmac-text-quiet);
  }

  .note:empty {
    display: none;
  }

  .compact .words,
  .dense .words {
    flex-direction: row;
    align-items: baseline;
    gap: 5px;
  }

  .cell:is(.compact, .dense):is([data-quality='good'], [data-quality='uncertain']) .note,
  .cell:is(.compact, .dense):not([data-quality='good'], [data-quality='uncertain'], [data-quality='stale']) .unit {
    display: none;
  }

  .cell .bar {
    position: absolute;
    inset: auto 10px 4px calc(var(--cell-before) + var(--cell-icon) + var(--cell-gap));
    height: 2px;
    border-radius: 1px;
    background: linear-gradient(var(--bmac-text-quiet), var(--bmac-text-quiet)) 0 / var(--share, 0) 100% no-repeat
      var(--bmac-line);
  }

  .cell:not(.full) .bar,
  .cell:not([data-quality='good']) .bar {
    display: none;
  }

  .cell.full[data-quality='good']:has(.bar) .words {
    top: -2px;
  }

  /* Uncertain: dotted. */
  .cell[data-quality='uncertain'] .frame {
    border: 1.5px dotted var(--bmac-line-strong);
  }

  /* Stale: dashed, the last value in grey, its age, a clock. */
  .cell[data-quality='stale'] .frame {
    border: 1.5px dashed var(--bmac-silent);
    background: var(--bmac-card-quiet);
  }

  .cell[data-quality='stale'] .value {
    color: var(--bmac-text-quiet);
    font-weight: 500;
  }

  /* Offline: dashed and hatched, struck through, no value, a plug. */
  .cell[data-quality='offline'] .frame {
    border: 1.5px dashed var(--bmac-silent);
    background: repeating-linear-gradient(
        -45deg,
        transparent 0 4px,
        color-mix(in srgb, var(--bmac-silent) 34%, transparent) 4px 5px
      )
      var(--bmac-card-quiet);
  }

  .cell[data-quality='offline'] .words {
    padding-inline: 3px;
    margin-inline-start: -3px;
    border-radius: 4px;
    background: var(--bmac-card-quiet);
  }

  /* Bad: a double border and a question mark. */
  .cell[data-quality='bad'] .frame {
    border: 4px double var(--bmac-text);
  }

  .cell[data-quality='bad'] .note {
    color: var(--bmac-text);
  }

  /* Never seen: a ghost. */
  .cell[data-quality='never-seen'] .frame {
    border: 1.5px dotted var(--bmac-silent);
  }

  /* Somebody is here: a halo that stands still. */
  .cell[data-kind='motion'][data-active][data-quality='good'] .icon {
    color: var(--bmac-text);
    border-radius: 50%;
    background: color-mix(in srgb, var(--bmac-text) 14%, transparent);
    box-shadow: 0 0 0 0.22em color-mix(in srgb, var(--bmac-text) 14%, transparent);
    font-size: var(--cell-icon);
  }

  .cell[data-kind='motion']:not([data-active]) .value,
  .cell[data-kind='relay']:not([data-active]) .value {
    font-weight: 450;
    color: var(--bmac-text-quiet);
  }

  .cell[data-selected] {
    z-index: 3;
  }

  .cell[data-selected] .frame {
    inset: 0;
    border-radius: var(--bmac-radius);
    outline: 3px solid var(--bmac-accent);
    outline-offset: 1px;
  }

  .cell:focus-visible {
    z-index: 4;
  }

  /* Corners: alarm top right, override top left, quality bottom right, pending bottom left. */
  .corner {
    position: absolute;
    z-index: 2;
    pointer-events: none;
  }

  .corner .shape {
    width: var(--corner);
    height: var(--corner);
  }

  .corner.top-right {
    inset: -7px -6px auto auto;
  }

  .corner.top-left {
    inset: -7px auto auto -6px;
  }

  .hand .palm {
    fill: var(--bmac-hand);
    stroke: var(--bmac-outline);
    stroke-width: 2;
  }

  .hand .fingers {
    fill: var(--bmac-on-hand);
  }

  /* A wish: beside the reported value, never in its place. */
  .corner.bottom-left {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 18px;
    padding: 1px 6px 1px 4px;
    border-radius: 10px;
    border: 1.5px solid var(--bmac-outline);
    background: var(--bmac-pending);
    color: var(--bmac-on-colour);
    font-size: 11.5px;
    font-weight: 600;
    line-height: 1.2;
    white-space: nowrap;
  }

  .ring {
    width: 11px;
    height: 11px;
    border: 2px solid var(--bmac-on-colour);
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  .cell[data-pending] {
    z-index: 3;
  }

  .cell[data-pending]:not([data-selected]) .frame {
    outline: 2px solid var(--bmac-pending);
    outline-offset: 1px;
  }

  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }

  .corner.bottom-right {
    inset: auto -6px -6px auto;
  }

  .corner.bottom-left {
    inset: auto auto -10px -5px;
  }

  /* One chip for a zone, or for several, where there is no room for more. */
  .chip {
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 5px;
    padding: 0;
    border: 0;
    border-radius: var(--bmac-radius);
    background: var(--bmac-card);
    box-shadow: 0 0 0 1px var(--bmac-card-line);
    font-size: var(--chip-text);
    font-weight: 600;
    white-space: nowrap;
  }

  .chip:hover {
    background: var(--bmac-card-quiet);
  }

  .chip[data-rest] {
    background: none;
    box-shadow: inset 0 1px var(--bmac-card-line);
    border-radius: 0 0 var(--bmac-radius);
    font-size: 13px;
    font-weight: 500;
    color: var(--bmac-text-quiet);
  }

  .chip[data-right] {
    box-shadow: inset 1px 1px var(--bmac-card-line);
  }

  .chip[data-rest]:hover {
    color: var(--bmac-text);
    background: color-mix(in srgb, var(--bmac-text) 6%, transparent);
  }

  :host([kiosk]) .chip[data-rest] {
    font-size: 26px;
  }

  :host([kiosk]) .frame {
    border-width: 2.5px !important;
  }

  :host([kiosk]) [data-quality='bad'] .frame {
    border-width: 6px !important;
  }

  .chip[aria-expanded='true'] {
    opacity: 0;
  }

  /* Names of zones. */
  .zone-label {
    z-index: 1;
    display: flex;
    flex-direction: column;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    text-align: start;
    line-height: 1.32;
    color: var(--bmac-text-quiet);
  }

  /* The colours of a heat map go from very dark to very light. */
  [data-heat] .zone-label {
    background: color-mix(in srgb, var(--bmac-surface) 86%, transparent);
    box-shadow: 0 0 0 4px color-mix(in srgb, var(--bmac-surface) 86%, transparent);
    color: var(--bmac-text);
  }

  .zone-line {
    display: flex;
    align-items: center;
    gap: 5px;
    max-width: 100%;
  }

  .zone-name,
  .zone-means {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* A plan of one's own may be as white as paper, in the dark too. */
  .zone-name,
  .zone-means {
    text-shadow:
      0 0 2px var(--bmac-plan), 0 0 2px var(--bmac-plan), 0 0 3px var(--bmac-plan), 0 0 5px var(--bmac-plan),
      0 0 8px var(--bmac-plan);
  }

  .zone-name {
    font-size: var(--label-name);
    font-weight: 600;
    letter-spacing: 0.005em;
  }

  .zone-means {
    max-width: 100%;
    font-size: var(--label-means);
  }

  .zone-means:empty,
  .zone-mark:empty {
    display: none;
  }

  .zone-mark .shape {
    width: calc(var(--label-name) + 1px);
    height: calc(var(--label-name) + 1px);
  }

  .zone-label:hover .zone-name {
    color: var(--bmac-text);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  /* Outlines of zones. */
  .outlines {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
  }

  .outlines polygon {
    fill: transparent;
    stroke: transparent;
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }

  .outlines polygon:hover {
    fill: color-mix(in srgb, var(--bmac-text) 4%, transparent);
  }

  .outlines polygon[data-air='poor'] {
    fill: light-dark(rgb(240 228 66 / 24%), rgb(240 228 66 / 15%));
  }

  .outlines polygon[data-air='high'] {
    fill: light-dark(rgb(224 123 0 / 26%), rgb(224 123 0 / 24%));
  }

  @media (forced-colors: active) {
    .plate,
    .chip {
      border: 1px solid CanvasText;
    }
  }
`;
