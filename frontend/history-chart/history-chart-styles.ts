import { css } from 'lit';

export const historyChartStyles = css`
  :host {
    display: block;
    font-family: var(--bmac-font, system-ui, sans-serif);
    font-size: 14px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
    color: var(--bmac-text, #182025);
    container-type: inline-size;
    -webkit-tap-highlight-color: transparent;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--bmac-accent, #0a6a93);
    outline-offset: 2px;
  }

  .for-screen-readers {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    margin-bottom: 12px;
  }

  .group {
    display: flex;
    gap: 8px;
  }

  .tools {
    margin-inline-start: auto;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 48px;
    height: 48px;
    padding: 0 14px;
    border: 1px solid var(--bmac-line-strong, #7b878e);
    border-radius: 12px;
    background: var(--bmac-surface, #fff);
    color: inherit;
    font: inherit;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }

  button:hover {
    background: var(--bmac-surface-quiet, #f5f7f8);
  }

  button[aria-pressed='true'] {
    background: var(--bmac-ink, #263138);
    border-color: var(--bmac-ink, #263138);
    color: var(--bmac-on-ink, #fff);
  }

  button:disabled {
    opacity: 0.45;
    cursor: default;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-height: 24px;
    margin: 0 0 12px;
    color: var(--bmac-text-quiet, #56626a);
  }

  .status b {
    color: var(--bmac-text, #182025);
    font-weight: 600;
  }

  .trouble {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 0 12px;
    padding: 12px 16px;
    border-radius: var(--bmac-radius, 10px);
    border-inline-start: 5px solid var(--bmac-ink, #263138);
    background: var(--bmac-surface-quiet, #f5f7f8);
    color: var(--bmac-text, #182025);
    font-weight: 500;
  }

  figure {
    margin: 0 0 12px;
    padding: 14px 16px 8px;
    border-radius: var(--bmac-radius-l, 14px);
    background: var(--bmac-surface, #fff);
    box-shadow: 0 0 0 1px var(--bmac-line, #dfe4e7);
  }

  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    min-height: 32px;
  }

  h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
  }

  .note,
  .numbers {
    color: var(--bmac-text-quiet, #56626a);
    font-size: 13px;
  }

  .numbers {
    margin-inline-start: auto;
  }

  .numbers b {
    color: var(--bmac-text, #182025);
    font-weight: 600;
  }

  .remove {
    align-self: center;
    margin: -8px -8px -8px 0;
    border-color: transparent;
    background: none;
    color: var(--bmac-text-quiet, #56626a);
  }

  .plot {
    position: relative;
    height: clamp(260px, calc(100dvh - 390px), 520px);
    border-radius: 8px;
    touch-action: pan-y;
    cursor: crosshair;
  }

  .stacked .plot {
    height: clamp(170px, calc((100dvh - 300px) / var(--count, 2) - 64px), 320px);
  }

  canvas {
    display: block;
  }

  .waiting canvas {
    opacity: 0.75;
  }

  .words {
    position: absolute;
    inset: 0 0 24px 76px;
    display: grid;
    place-content: center;
    justify-items: center;
    padding: 12px;
    text-align: center;
    text-wrap: balance;
    color: var(--bmac-text-quiet, #56626a);
    pointer-events: none;
  }

  .words b {
    color: var(--bmac-text, #182025);
    font-size: 16px;
    font-weight: 600;
  }

  .tip {
    position: absolute;
    top: 10px;
    left: 0;
    z-index: 1;
    max-width: min(280px, 70cqw);
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--bmac-raised, #fff);
    box-shadow: var(--bmac-shadow-2, 0 2px 12px rgb(0 0 0 / 25%)), 0 0 0 1px var(--bmac-card-line, #dde2e6);
    font-size: 13px;
    pointer-events: none;
  }

  .tip b {
    display: block;
    font-size: 15px;
    font-weight: 600;
  }

  .tip span {
    display: block;
    color: var(--bmac-text-quiet, #56626a);
  }

  .table h3 {
    margin: 16px 12px 4px;
    font-size: 15px;
    font-weight: 600;
  }

  .table ul {
    margin: 0 12px 12px;
    padding-inline-start: 20px;
  }

  .table {
    max-height: calc(100dvh - 300px);
    min-height: 240px;
    overflow: auto;
    border-radius: var(--bmac-radius-l, 14px);
    background: var(--bmac-surface, #fff);
    box-shadow: 0 0 0 1px var(--bmac-line, #dfe4e7);
  }

  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }

  th {
    position: sticky;
    top: 0;
    padding: 10px 16px;
    border-bottom: 1px solid var(--bmac-line, #dfe4e7);
    background: var(--bmac-surface, #fff);
    color: var(--bmac-text-quiet, #56626a);
    font-size: 13px;
    font-weight: 500;
    text-align: end;
    vertical-align: bottom;
  }

  thead tr + tr th {
    top: 40px;
  }

  td,
  tbody th {
    position: static;
    padding: 8px 16px;
    border-bottom: 1px solid color-mix(in srgb, var(--bmac-line, #dfe4e7) 60%, transparent);
    color: inherit;
    font-size: 14px;
    text-align: end;
    white-space: nowrap;
  }

  th:first-child {
    text-align: start;
  }

  thead tr:first-child th {
    height: 40px;
    white-space: nowrap;
  }

  thead th.series {
    text-align: start;
    color: var(--bmac-text, #182025);
    font-weight: 600;
    border-inline-start: 1px solid var(--bmac-line, #dfe4e7);
  }

  td.first,
  th.first {
    border-inline-start: 1px solid var(--bmac-line, #dfe4e7);
  }

  td.none {
    color: var(--bmac-text-quiet, #56626a);
    text-align: start;
  }

  @container (max-width: 720px) {
    .bar {
      gap: 8px;
    }

    .group {
      gap: 6px;
    }

    .ranges {
      width: 100%;
      overflow-x: auto;
      padding: 2px;
      margin: -2px;
      scrollbar-width: none;
    }

    .tools {
      margin-inline-start: 0;
    }

    button {
      padding: 0 11px;
    }

    .ranges {
      gap: 4px;
    }

    .ranges button {
      flex: 1;
      padding: 0 4px;
    }

    figcaption {
      position: relative;
    }

    .stacked figcaption {
      padding-inline-end: 48px;
    }

    .remove {
      position: absolute;
      top: -8px;
      right: -4px;
      margin: 0;
    }

    .tip {
      top: 4px;
      max-width: 56cqw;
      padding: 6px 9px;
      font-size: 12px;
    }

    figure {
      margin-inline: -4px;
      padding: 12px 10px 6px;
    }

    .plot {
      height: clamp(240px, calc(100dvh - 520px), 420px);
    }

    .numbers {
      margin-inline-start: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
