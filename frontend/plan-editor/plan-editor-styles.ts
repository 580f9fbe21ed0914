import { css } from 'lit';

export const planEditorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    background: var(--bmac-ground);
  }

  h2 {
    margin: 0;
    font-size: 15px;
  }

  p {
    margin: 0;
  }

  .quiet {
    color: var(--bmac-text-quiet);
    font-size: 13px;
    font-weight: 400;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--bmac-line);
    background: var(--bmac-surface);
  }

  .tools {
    display: flex;
    overflow: hidden;
    border: 1px solid var(--bmac-line-strong);
    border-radius: var(--bmac-radius);
  }

  .tools button {
    min-height: 44px;
    padding: 0 14px;
    border: 0;
    border-right: 1px solid var(--bmac-line);
    background: var(--bmac-surface);
    font-weight: 600;
  }

  .tools button:last-child {
    border-right: 0;
  }

  .tools button:focus-visible {
    outline-offset: -3px;
  }

  .tools button[aria-pressed='true'] {
    background: var(--bmac-accent);
    color: var(--bmac-on-accent);
  }

  .said {
    flex: 1 1 240px;
    color: var(--bmac-text-quiet);
    font-size: 13px;
  }

  .said[data-wrong],
  .wrong {
    color: var(--bmac-critical-text);
    font-weight: 600;
  }

  .kept {
    color: var(--bmac-text-quiet);
    font-size: 13px;
  }

  .publish,
  .file.big {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--bmac-touch);
    padding: 0 22px;
    border: 0;
    border-radius: var(--bmac-radius);
    background: var(--bmac-accent);
    color: var(--bmac-on-accent);
    font-weight: 600;
  }

  .clashes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--bmac-line);
    border-left: 6px solid var(--bmac-high);
    background: var(--bmac-surface);
  }

  .clashes > div {
    flex: 1 1 300px;
  }

  .clashes ul {
    margin: 4px 0 0;
    padding-left: 20px;
  }

  .clashes button,
  .row button,
  .take,
  .add {
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--bmac-line-strong);
    border-radius: var(--bmac-radius);
    background: var(--bmac-raised);
    font-weight: 600;
  }

  .row button .control-icon,
  .add .control-icon {
    width: 20px;
    height: 20px;
  }

  .body {
    display: grid;
    grid-template: minmax(0, 1fr) / 300px minmax(0, 1fr) 248px;
    flex: 1;
    min-height: 0;
  }

  .waiting {
    min-height: 0;
    overflow: auto;
    border-left: 1px solid var(--bmac-line);
    background: var(--bmac-surface);
  }

  .side {
    min-height: 0;
    overflow: auto;
    border-right: 1px solid var(--bmac-line);
    background: var(--bmac-surface);
  }

  .main {
    position: relative;
    min-width: 0;
    min-height: 0;
  }

  plan-stage {
    position: absolute;
    inset: 0;
  }

  section {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border-bottom: 1px solid var(--bmac-line);
  }

  .properties {
    border-left: 4px solid var(--bmac-accent);
    background: var(--bmac-surface-quiet);
  }

  .field {
    display: grid;
    flex: 1 1 110px;
    gap: 3px;
    min-width: 0;
    color: var(--bmac-text-quiet);
    font-size: 13px;
    font-weight: 600;
  }

  input:not([type='file']),
  select {
    width: 100%;
    min-height: 44px;
    padding: 0 10px;
    border: 1px solid var(--bmac-line-strong);
    border-radius: var(--bmac-radius-s);
    background: var(--bmac-surface);
    color: var(--bmac-text);
    font-size: 15px;
    font-weight: 400;
  }

  .pages {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 6px;
  }

  .pages input {
    width: 76px;
    min-height: 44px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }

  .row > .quiet {
    flex: 1;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .floors,
  .things {
    display: grid;
    gap: 6px;
  }

  .floor,
  .thing,
  .add {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: var(--bmac-touch);
    padding: 6px 12px;
    border: 1px solid var(--bmac-line);
    border-radius: var(--bmac-radius);
    background: var(--bmac-surface);
    text-align: left;
  }

  .floor:hover,
  .thing:hover:not(:disabled) {
    border-color: var(--bmac-accent);
  }

  .thing {
    cursor: grab;
    touch-action: pan-y;
  }

  .thing:disabled {
    opacity: 0.6;
  }

  .thing > span:last-child {
    display: grid;
    min-width: 0;
  }

  .thing b {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .thing .icon {
    width: 22px;
    height: 22px;
    flex: none;
  }

  .here {
    display: grid;
    gap: 8px;
    padding: 10px;
    border: 2px solid var(--bmac-accent);
    border-radius: var(--bmac-radius);
  }

  .here input {
    font-weight: 600;
  }

  .file {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 12px;
    overflow: hidden;
    border: 1px solid var(--bmac-line-strong);
    border-radius: var(--bmac-radius);
    background: var(--bmac-raised);
    font-weight: 600;
    cursor: pointer;
  }

  .file.big {
    border: 0;
    background: var(--bmac-accent);
  }

  .file:focus-within {
    outline: 2px solid var(--bmac-accent);
    outline-offset: 2px;
  }

  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }

  .away {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 44px;
  }

  .away .quiet {
    padding: 0 14px;
  }

  summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    color: var(--bmac-accent);
    font-weight: 600;
    cursor: pointer;
  }

  .empty,
  .loading {
    display: grid;
    place-items: center;
    height: 100%;
    padding: 24px;
    text-align: center;
  }

  .empty > div {
    display: grid;
    justify-items: center;
    gap: 12px;
    max-width: 480px;
    padding: 40px;
    border: 2px dashed var(--bmac-line-strong);
    border-radius: var(--bmac-radius-l);
    background: var(--bmac-surface);
  }

  .empty a,
  .whole {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 12px;
    color: var(--bmac-accent);
  }

  .empty b {
    font-size: 20px;
  }

  .ghost {
    position: fixed;
    z-index: 20;
    translate: -50% -50%;
    padding: 6px 12px;
    border-radius: 16px;
    background: var(--bmac-accent);
    color: var(--bmac-on-accent);
    font-weight: 600;
    pointer-events: none;
  }

  .veil {
    position: fixed;
    inset: 0;
    z-index: 30;
    display: grid;
    place-items: center;
    padding: 16px;
    background: rgb(0 0 0 / 45%);
  }

  .sheet,
  .sheet form {
    display: grid;
    gap: 16px;
  }

  .sheet {
    width: min(520px, 100%);
    max-height: 90vh;
    padding: 24px;
    overflow: auto;
    border-radius: var(--bmac-radius-l);
    background: var(--bmac-surface);
    box-shadow: var(--bmac-shadow-2);
  }

  .sheet h2 {
    font-size: 18px;
  }

  .changes {
    padding-left: 20px;
    list-style: disc;
  }

  .changes li {
    padding: 3px 0;
  }

  @media (max-width: 1100px) {
    .body {
      grid-template: minmax(0, 3fr) minmax(0, 2fr) / 272px minmax(0, 1fr);
    }

    .main {
      grid-area: 1 / 2 / 3 / 3;
    }

    .waiting {
      border-left: 0;
      border-right: 1px solid var(--bmac-line);
      border-top: 1px solid var(--bmac-line);
    }
  }

  @media (max-width: 720px) {
    :host {
      height: auto;
      min-height: 100%;
    }

    .body {
      display: flex;
      flex-direction: column;
    }

    .main {
      height: 62vh;
      flex: none;
      order: -1;
    }

    .waiting {
      order: -1;
      border: 0;
      overflow: visible;
    }

    .side {
      border-right: 0;
      border-top: 1px solid var(--bmac-line);
      overflow: visible;
    }

    .tools button {
      min-height: var(--bmac-touch);
      padding: 0 10px;
    }

    .publish {
      flex: 1;
    }
  }
`;
