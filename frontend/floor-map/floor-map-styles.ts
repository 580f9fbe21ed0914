import { css } from 'lit';

/** The frame of the map: toolbar, stage, foot. */
export const floorMapStyles = css`
  :host {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    min-height: 320px;
    height: 100%;
    padding: 12px 16px 8px;
    background: var(--bmac-ground);
    container-type: inline-size;
    overflow: hidden !important;
    
  }

  :host([kiosk]) {
    padding: 0;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding-bottom: 12px;
  }

  .ahead {
    display: flex;
    align-items: center;
    gap: 16px;
    min-width: 0;
    max-width: 100%;
  }

  .tabs {
    min-width: 0;
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--bmac-text) 7%, transparent);
    overflow-x: auto;
    scrollbar-width: none;
  }

  .tabs button {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    height: 38px;
    padding: 0 16px;
    border: 0;
    border-radius: 9px;
    background: none;
    color: var(--bmac-text-quiet);
    font-weight: 500;
    white-space: nowrap;
  }

  .tabs button:hover {
    color: var(--bmac-text);
  }

  .tabs button[aria-selected='true'] {
    background: var(--bmac-raised);
    box-shadow: var(--bmac-shadow-1);
    color: var(--bmac-text);
    font-weight: 600;
  }

  .tabs button:focus-visible {
    outline-offset: -2px;
  }

  .count {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--bmac-ink);
    color: var(--bmac-on-ink);
    font-size: 12px;
    font-weight: 600;
    line-height: 20px;
    text-align: center;
  }

  .area {
    position: relative;
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
    isolation: isolate;
    overflow: clip;
    border-radius: var(--bmac-radius-l);
  }

  :host([kiosk]) .area {
    border-radius: 0;
  }

  .area[data-frozen] .stage {
    border-radius: 0 0 var(--bmac-radius-l) var(--bmac-radius-l);
  }

  .area[data-past]::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 30;
    border: 6px solid var(--bmac-ink);
    border-radius: inherit;
    pointer-events: none;
  }

  .area[data-frozen] .cell:is(.compact, .dense)[data-quality='stale'] .note {
    display: none;
  }

  .stage {
    position: relative;
    flex: 1;
    min-height: 0;
    border-radius: var(--bmac-radius-l);
    background: var(--bmac-plan);
    box-shadow: inset 0 0 0 1px var(--bmac-line);
    contain: strict;
    overflow: clip;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }

  .stage[data-grabs] {
    touch-action: none;
    cursor: grab;
  }

  .stage[data-grabs]:active {
    cursor: grabbing;
  }

  :host([kiosk]) .stage {
    border-radius: 0;
    box-shadow: none;
    touch-action: none;
  }

  .stage[data-moving] .plan,
  .stage[data-moving] .marks {
    will-change: transform;
  }

  .plan {
    position: absolute;
    inset: 0 auto auto 0;
    transform-origin: 0 0;
  }

  .plan img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }

  .heat {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0.6;
    pointer-events: none;
  }

  .heat-choice {
    flex: none;
    max-width: 150px;
    height: 48px;
    margin-inline-start: auto;
    padding: 0 8px;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--bmac-text-quiet);
    font-weight: 500;
  }

  .heat-choice:hover {
    background: color-mix(in srgb, var(--bmac-text) 7%, transparent);
    color: var(--bmac-text);
  }

  .heat-choice option {
    background: var(--bmac-surface);
    color: var(--bmac-text);
  }

  .heat-legend {
    width: 190px;
    color: var(--bmac-text-quiet);
    font-size: 12px;
    line-height: 1.25;
    margin-inline-start: auto;
  }

  .heat-legend .bar {
    height: 8px;
    border-radius: 4px;
    box-shadow: inset 0 0 0 1px var(--bmac-line-strong);
  }

  .heat-legend .ends {
    display: flex;
    justify-content: space-between;
  }

  .heat-legend + .heat-choice {
    margin-inline-start: 0;
  }

  .empty {
    position: absolute;
    inset: 0;
    z-index: 10;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    padding: 24px;
    text-align: center;
    color: var(--bmac-text-quiet);
    pointer-events: none;
    text-wrap: balance;
  }

  .empty > div {
    display: grid;
    justify-items: center;
    gap: 4px;
    padding: 24px 32px 28px;
    border-radius: var(--bmac-radius-l);
    background: var(--bmac-card);
    box-shadow: 0 0 0 1px var(--bmac-card-line), var(--bmac-shadow-2);
  }

  .empty b {
    font-size: 18px;
    font-weight: 600;
    color: var(--bmac-text);
  }

  .empty span {
    max-width: 44ch;
  }

  .empty-icon {
    width: 40px;
    height: 40px;
    margin-bottom: 8px;
  }

  .empty .setup {
    display: inline-flex;
    align-items: center;
    min-height: var(--bmac-touch);
    margin-top: 12px;
    padding: 0 22px;
    border-radius: var(--bmac-radius);
    background: var(--bmac-accent);
    color: var(--bmac-on-accent);
    font-weight: 600;
    text-decoration: none;
    pointer-events: auto;
  }

  .empty .whole {
    display: inline-flex;
    align-items: center;
    min-height: var(--bmac-touch);
    padding: 0 12px;
    color: var(--bmac-accent);
    pointer-events: auto;
  }

  .footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding-top: 8px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    font-size: 13px;
    color: var(--bmac-text-quiet);
  }

  .key {
    display: flex;
    align-items: center;
    gap: 5px;
    white-space: nowrap;
  }

  .key b {
    font-weight: 600;
    color: var(--bmac-text);
  }

  .history {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    height: 48px;
    padding: 0 14px;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--bmac-text-quiet);
    font-weight: 500;
  }

  .history:hover {
    background: color-mix(in srgb, var(--bmac-text) 7%, transparent);
    color: var(--bmac-text);
  }

  .history[aria-pressed='true'] {
    background: var(--bmac-ink);
    color: var(--bmac-on-ink);
  }

  .history .control-icon {
    width: 20px;
    height: 20px;
  }

  .zoom {
    display: flex;
    flex: none;
    gap: 2px;
  }

  .zoom button {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    padding: 0;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--bmac-text-quiet);
  }

  .zoom button:hover {
    background: color-mix(in srgb, var(--bmac-text) 7%, transparent);
    color: var(--bmac-text);
  }

  .zoom .control-icon {
    width: 20px;
    height: 20px;
  }

  :host([kiosk]) .zone-name {
    color: var(--bmac-text);
  }

  :host([kiosk]) .shape {
    width: 28px;
    height: 28px;
  }

  :host([kiosk]) .corner .shape {
    width: 24px;
    height: 24px;
  }

  :host([kiosk]) .corner.bottom-right {
    inset: auto -9px -9px auto;
  }

  @container (max-width: 640px) {
    .ahead {
      gap: 8px;
      width: 100%;
    }

    .tabs {
      flex: 1;
    }

    .tabs button {
      flex: 1 1 auto;
      justify-content: center;
      gap: 6px;
      padding: 0 8px;
      height: 42px;
      font-size: 13px;
    }

    .key {
      font-size: 0;
    }

    .key b {
      font-size: 13px;
    }

    .legend {
      gap: 4px 10px;
    }

    .history span {
      display: none;
    }

    .footer {
      flex-wrap: wrap;
      gap: 4px 8px;
    }
  }
`;
