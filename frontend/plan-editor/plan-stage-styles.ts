import { css } from 'lit';

export const planStageStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }

  .stage {
    position: relative;
    width: 100%;
    height: 100%;
    overflow: hidden;
    background: var(--bmac-ground);
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }

  .stage[data-grabs] {
    touch-action: none;
    cursor: grab;
  }

  .stage:focus-visible {
    outline-offset: -3px;
  }

  .plan {
    position: absolute;
    left: 0;
    top: 0;
    transform-origin: 0 0;
    background: var(--bmac-plan);
    box-shadow: 0 0 0 1px var(--bmac-line-strong);
  }

  .plan img,
  .rooms {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .plan img {
    background: #fff;
    pointer-events: none;
  }

  polygon {
    fill: color-mix(in srgb, var(--bmac-accent) 9%, transparent);
    stroke: var(--bmac-line-strong);
    stroke-width: 1.5px;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }

  polygon:hover {
    fill: color-mix(in srgb, var(--bmac-accent) 16%, transparent);
  }

  polygon[data-chosen] {
    fill: color-mix(in srgb, var(--bmac-accent) 22%, transparent);
    stroke: var(--bmac-accent);
    stroke-width: 2.5px;
    cursor: move;
  }

  .new {
    fill: color-mix(in srgb, var(--bmac-accent) 18%, transparent);
    stroke: var(--bmac-accent);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }

  polyline.new {
    fill: none;
  }

  .guide {
    stroke: var(--bmac-hand);
    stroke-width: 1px;
    stroke-dasharray: 5 4;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }

  .room-name {
    position: absolute;
    translate: -50% -50%;
    max-width: 160px;
    padding: 1px 7px;
    overflow: hidden;
    border: 0;
    border-radius: var(--bmac-radius-s);
    background: color-mix(in srgb, var(--bmac-surface) 82%, transparent);
    color: var(--bmac-text);
    font-size: 12px;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .room-name[aria-pressed='true'] {
    cursor: move;
  }

  .mark {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 5px;
    height: 30px;
    margin: -15px 0 0 -15px;
    padding: 0 9px 0 5px;
    border: 1.5px solid var(--bmac-line-strong);
    border-radius: 15px;
    background: var(--bmac-card);
    color: var(--bmac-text);
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
    box-shadow: var(--bmac-shadow-1);
    cursor: move;
    touch-action: none;
  }

  .mark[data-single] {
    height: 24px;
    margin: -12px 0 0 -12px;
    border-style: dashed;
    font-weight: 400;
  }

  .mark .icon {
    width: 18px;
    height: 18px;
    flex: none;
  }

  .mark[aria-pressed='true'] {
    border-color: var(--bmac-accent);
    background: var(--bmac-accent);
    color: var(--bmac-on-accent);
    z-index: 2;
  }

  .mark-name {
    max-width: 130px;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .corner {
    position: absolute;
    width: 14px;
    height: 14px;
    margin: -7px;
    padding: 0;
    border: 2px solid var(--bmac-accent);
    border-radius: 50%;
    background: var(--bmac-surface);
    cursor: crosshair;
    touch-action: none;
    z-index: 3;
  }

  .corner::before {
    content: '';
    position: absolute;
    inset: -9px;
  }

  .corner.half {
    width: 10px;
    height: 10px;
    margin: -5px;
    opacity: 0.65;
    z-index: 2;
  }

  .dot {
    position: absolute;
    width: 8px;
    height: 8px;
    margin: -4px;
    border-radius: 50%;
    background: var(--bmac-accent);
    pointer-events: none;
    z-index: 4;
  }

  .dot.aim {
    background: none;
    border: 2px solid var(--bmac-accent);
  }

  .pad {
    position: absolute;
    inset: 0;
    cursor: crosshair;
    touch-action: none;
    z-index: 5;
  }

  .zoom {
    position: absolute;
    right: 12px;
    bottom: 12px;
    display: flex;
    overflow: hidden;
    border: 1px solid var(--bmac-line);
    border-radius: var(--bmac-radius);
    background: var(--bmac-surface);
    box-shadow: var(--bmac-shadow-1);
    z-index: 6;
  }

  .zoom button {
    width: 44px;
    height: 44px;
    padding: 11px;
    border: 0;
    background: none;
  }

  .zoom button:hover {
    background: var(--bmac-surface-quiet);
  }

  @media (pointer: coarse) {
    .mark {
      height: 40px;
      margin: -20px 0 0 -20px;
      padding: 0 12px 0 9px;
      border-radius: 20px;
    }

    .zoom button {
      width: 48px;
      height: 48px;
    }

    .corner::before {
      inset: -17px;
    }
  }
`;
