import { css } from 'lit';

/** Buttons, fields and words of everything that moves outputs: for a thumb, and never by colour alone. */
export const controlStyles = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  button.primary,
  button.secondary,
  button.cancel {
    flex: 1;
    min-height: var(--bmac-touch);
    padding: 8px 16px;
    border: 1.5px solid var(--bmac-line-strong);
    border-radius: var(--bmac-radius);
    background: var(--bmac-raised);
    font-weight: 600;
    transition: scale 0.08s;
  }

  button.primary {
    border-color: var(--bmac-accent);
    background: var(--bmac-accent);
    color: var(--bmac-on-accent);
  }

  button:active:not(:disabled) {
    scale: 0.96;
  }

  button:hover:not(:disabled) {
    filter: brightness(0.96);
  }

  button.small {
    flex: none;
    min-height: var(--bmac-touch);
    padding: 0 14px;
    border: 0;
    border-radius: var(--bmac-radius);
    background: none;
    color: var(--bmac-accent);
    font-weight: 600;
  }

  button.small:hover:not(:disabled) {
    background: color-mix(in srgb, var(--bmac-accent) 10%, transparent);
  }

  :disabled {
    cursor: not-allowed;
  }

  button:disabled {
    opacity: 0.5;
  }

  .text {
    display: block;
    width: 100%;
    min-height: var(--bmac-touch);
    margin-top: 4px;
    padding: 8px 12px;
    border: 1.5px solid var(--bmac-line-strong);
    border-radius: var(--bmac-radius);
    background: var(--bmac-surface);
  }

  .quiet {
    color: var(--bmac-text-quiet);
  }

  .hand {
    width: 20px;
    height: 20px;
  }

  .hand .palm {
    fill: var(--bmac-hand);
    stroke: var(--bmac-outline);
    stroke-width: 1.5;
  }

  .hand .fingers {
    fill: var(--bmac-on-hand);
  }

  .ring {
    flex: none;
    display: inline-block;
    width: 16px;
    height: 16px;
    border: 2.5px solid var(--bmac-accent);
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
`;
