import { html, nothing, type TemplateResult } from 'lit';
import type { Errand } from './errand.ts';
import './request-row.ts';

/** What waits for a second person because of what was asked here, or came of it; nothing where none was needed. */
export function requestOf(errand: Errand): TemplateResult | typeof nothing {
  if (errand.asked === null) {
    return nothing;
  }
  const { request } = errand;
  return request ? html`<request-row .request=${request}></request-row>` : nothing;
}
