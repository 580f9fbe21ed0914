import { css } from 'lit';

/** What all our elements share: type, figures, focus. */
export const baseStyles = css`
  :host {
    font-family: var(--bmac-font);
    font-size: 14px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
    color: var(--bmac-text);
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

  button,
  input,
  select {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--bmac-accent);
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

  /* Drawings. */
  svg {
    display: block;
  }

  .icon svg,
  .control-icon {
    width: 100%;
    height: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon .s {
    fill: currentColor;
    stroke: none;
  }

  .icon .t {
    fill: currentColor;
    stroke: none;
    font-size: 10px;
    font-weight: 700;
  }

  .icon .strike {
    display: none;
    stroke-width: 2.2;
  }

  .shape {
    width: 16px;
    height: 16px;
    flex: none;
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .shape .fill {
    fill: var(--bmac-text-quiet);
  }

  .shape .line {
    stroke: var(--bmac-text-quiet);
    stroke-width: 2.2;
  }

  .shape .dotted {
    stroke-dasharray: 0.1 4.6;
    stroke-width: 2.6;
  }

  .shape .disc {
    fill: var(--bmac-silent);
    stroke: var(--bmac-outline);
    stroke-width: 2;
  }

  .shape .glyph {
    stroke: var(--bmac-on-colour);
    stroke-width: 2.2;
  }

  .shape .block {
    fill: var(--bmac-ink);
    stroke: var(--bmac-surface);
    stroke-width: 2;
  }

  .shape .mark {
    stroke: var(--bmac-on-ink);
    stroke-width: 2.8;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Parts of icons by the quality of what they stand for; on any element with data-quality around the icon. */
export const qualityIconStyles = css`
  [data-kind]:not([data-active]) .icon .on,
  [data-kind][data-active] .icon .off {
    display: none;
  }

  [data-quality='stale'] .icon .s,
  [data-quality='offline'] .icon .s,
  [data-quality='bad'] .icon .s,
  [data-quality='never-seen'] .icon .s {
    display: none;
  }

  [data-kind='motion']:not([data-active]) .icon .s,
  [data-kind='fan']:not([data-active]) .icon .s,
  [data-kind='valve']:not([data-active]) .icon .s {
    display: none;
  }

  [data-quality='offline'] .icon .strike {
    display: inline;
  }

  [data-quality='never-seen'] .icon {
    opacity: 0.55;
  }

  [data-quality='never-seen'] .icon .o {
    stroke-dasharray: 0.1 3.4;
  }
`;
