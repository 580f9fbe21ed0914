/** What happened meanwhile, drawn over a series. */
export type Mark =
  | { readonly kind: 'tick'; readonly at: number; readonly words: string }
  | { readonly kind: Sort; readonly from: number; readonly to: number; readonly words: string };

export type Sort = 'override' | 'alarm' | 'schedule';

/** What can be said of a moment: spans around it, and ticks so close that one points at them. */
export function marksAt(marks: readonly Mark[], at: number, close: number): Mark[] {
  return marks.filter((mark) => (mark.kind === 'tick' ? Math.abs(mark.at - at) <= close : mark.from <= at && at < mark.to));
}

const WORDS: Readonly<Record<Mark['kind'], string>> = {
  tick: 'dotted: commanded', override: 'bar on top: overridden', alarm: 'bar on top: alarm', schedule: 'bar on top: schedule',
};

/** What those that are drawn mean, each kind once; empty when there are none. */
export function legend(marks: readonly Mark[]): string {
  return [...new Set(marks.map(({ kind }) => WORDS[kind]))].join(' · ');
}

/** When it was, or began. */
export function beginning(mark: Mark): number {
  return mark.kind === 'tick' ? mark.at : mark.from;
}
