import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../floor-map/base-styles.ts';
import { controlStyles } from '../floor-map/control-styles.ts';
import { pageStore } from '../floor-map/page-store.ts';
import { controlIcon, kindDrawing } from '../floor-map/templates.ts';
import {
  addFloor, align, bearing, copyFloor, freeName, freshId, hang, hungOf, inUse, KINDS, metresAcross, middleOf, orderFloor, placeOf, putAway, removeZone,
  setFloor, setZone, squareMetres, storey, unplaced, zone,
  type Alignment, type Drawing, type Hung, type Place, type Room, type Spot, type Storey, type Thing,
} from './drawing.ts';
import { planEditorStyles } from './plan-editor-styles.ts';
import './plan-stage.ts';
import { NOTHING, type Chosen, type Edit, type PlanStage, type Tool, type TwoSpots } from './plan-stage.ts';
import { Refused, server, type Looked } from './server.ts';
import { Undo } from './undo.ts';

const SOON = 400;
const ALIGNMENTS: readonly (readonly [Alignment, string])[] = [
  ['left', 'Left'], ['middle', 'Middle'], ['right', 'Right'], ['top', 'Top'], ['centre', 'Centre'], ['bottom', 'Bottom'],
  ['across', 'Spread across'], ['down', 'Spread down'],
];
const TOOLS: readonly (readonly [Tool, string, string])[] = [
  ['select', 'Select', 'Press a room or a node to choose it; drag what is chosen, or move it with the arrow keys.'],
  ['room', 'Draw rooms', 'Drag a rectangle, or press corner after corner and the first one again. Enter puts a room in the middle. Alt: no snapping.'],
  ['scale', 'Scale', 'Press the two ends of something of which you know how long it is.'],
  ['north', 'North', 'Press two spots: from south to north.'],
];

/** What asks for an answer before anything goes on. */
type Sheet =
  | { readonly kind: 'publish'; readonly look: Looked }
  | { readonly kind: 'length'; readonly from: Spot; readonly to: Spot }
  | { readonly kind: 'moved-on' }
  | { readonly kind: 'discard' };

/** Sets up the building: floors, plans, rooms, and where nodes hang. Attribute: `floor`, the number of a published one. */
export class PlanEditor extends LitElement {
  static override properties = {
    floor: { type: String }, undo: { state: true }, things: { state: true }, here: { state: true }, tool: { state: true }, chosen: { state: true },
    said: { state: true }, paged: { state: true }, keeping: { state: true }, sheet: { state: true }, clashes: { state: true }, published: { state: true }, ghost: { state: true }, wrong: { state: true },
  };

  declare floor: string | null;
  declare undo: Undo<Drawing> | null;
  declare things: readonly Thing[];
  /** The floor that is drawn. */
  declare here: string | null;
  declare tool: Tool;
  declare chosen: Chosen;
  declare said: string;
  /** Whether `said` is what went wrong. */
  declare wrong: boolean;
  /** What was loaded up last, when it has more than one page. */
  declare paged: { readonly file: File; readonly plan: string; readonly page: number; readonly pages: number } | null;
  declare keeping: 'kept' | 'keeping' | 'stuck';
  declare sheet: Sheet | null;
  declare clashes: readonly string[];
  /** Whether `said` is that it was published. */
  declare published: boolean;
  /** A thing from the list on its way to the plan. */
  declare ghost: { readonly thing: Thing; readonly x: number; readonly y: number } | null;

  private revision = 0;
  private mayAll = false;
  private kept: Drawing | null = null;
  private keepDue: ReturnType<typeof setTimeout> | undefined;
  private lookDue: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private deaf: () => void = () => {};

  constructor() {
    super();
    this.floor = null;
    this.undo = null;
    this.things = [];
    this.here = null;
    this.tool = 'select';
    this.chosen = NOTHING;
    this.said = '';
    this.wrong = false;
    this.paged = null;
    this.keeping = 'kept';
    this.sheet = null;
    this.clashes = [];
    this.published = false;
    this.ghost = null;
  }

  static override styles = [baseStyles, controlStyles, planEditorStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.deaf = pageStore().listen({ model: () => void this.look() });
    window.addEventListener('keydown', this.shortcut);
    window.addEventListener('beforeunload', this.leaving);
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.deaf();
    clearTimeout(this.lookDue);
    window.removeEventListener('keydown', this.shortcut);
    window.removeEventListener('beforeunload', this.leaving);
    void this.keep();
  }

  // The draft.

  private get drawing(): Drawing {
    return this.undo!.now;
  }

  private get storey(): Storey | null {
    return this.undo ? storey(this.drawing, this.here) : null;
  }

  private async open(floorName: string | null = null): Promise<void> {
    try {
      const opened = await server.open();
      this.revision = opened.revision;
      this.mayAll = opened.mayAll;
      this.undo = new Undo(opened.drawing);
      this.kept = opened.drawing;
      this.things = opened.things;
      this.clashes = opened.clashes;
      this.keeping = 'kept';
      this.chosen = NOTHING;
      const floors = inUse(opened.drawing);
      const named = floors.find((each) => each.name === floorName);
      this.here = (named ?? storey(opened.drawing, this.here) ?? storey(opened.drawing, this.floor) ?? floors[0])?.id ?? null;
      if (this.storey?.archived) {
        this.here = floors[0]?.id ?? null;
      }
    } catch (refused) {
      this.complain(refused);
    }
  }

  /** New nodes, and what others have published meanwhile. */
  private async look(): Promise<void> {
    if (this.undo) {
      try {
        const look = await server.look();
        this.things = look.things;
        this.clashes = look.clashes;
      } catch {
        clearTimeout(this.lookDue);
        this.lookDue = setTimeout(() => void this.look(), 5_000);
      }
    }
  }

  private edit(drawing: Drawing, key: string | null = null): void {
    this.undo!.push(drawing, key);
    this.changed();
  }

  private changed(): void {
    if (this.here !== null && (!storey(this.drawing, this.here) || this.storey!.archived)) {
      this.here = inUse(this.drawing)[0]?.id ?? null;
    }
    if (this.here === null) {
      this.here = inUse(this.drawing)[0]?.id ?? null;
    }
    const hung = new Set([...this.chosen.hung].filter((each) => placeOf(this.drawing, each)?.floor === this.here));
    this.chosen = { zone: zone(this.drawing, this.chosen.zone)?.floor === this.here ? this.chosen.zone : null, hung };
    this.requestUpdate();
    if (this.keeping !== 'stuck') {
      this.keeping = 'keeping';
      clearTimeout(this.keepDue);
      this.keepDue = setTimeout(() => void this.keep(), SOON);
    }
  }

  /** Saves what is drawn now, one save after the other. */
  private keep(): Promise<void> {
    clearTimeout(this.keepDue);
    return (this.saving = this.saving.then(async () => {
      const drawing = this.undo?.now;
      if (!drawing || drawing === this.kept || this.keeping === 'stuck') {
        return;
      }
      try {
        const saved = await server.save(this.revision, drawing);
        this.revision = saved.revision;
        this.clashes = saved.clashes;
        this.kept = drawing;
        this.keeping = this.undo!.now === drawing ? 'kept' : 'keeping';
      } catch (refused) {
        if (refused instanceof Refused && refused.status === 409) {
          this.keeping = 'stuck';
          this.sheet = { kind: 'moved-on' };
        } else {
          this.complain(refused);
          this.keepDue = setTimeout(() => void this.keep(), 5_000);
        }
      }
    }));
  }

  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.undo && this.undo.now !== this.kept) {
      void this.keep();
      event.preventDefault();
    }
  };

  private say(words: string): void {
    this.said = words;
    this.wrong = false;
    this.published = false;
  }

  private complain(refused: unknown): void {
    this.said = refused instanceof Error ? refused.message : String(refused);
    this.wrong = true;
  }

  private step(back: boolean): void {
    if (back ? this.undo!.undo() : this.undo!.redo()) {
      this.changed();
      this.say(back ? 'Taken back.' : 'Done again.');
    }
  }

  private readonly shortcut = (event: KeyboardEvent): void => {
    const typing = event.composedPath()[0] instanceof HTMLInputElement;
    const command = event.ctrlKey || event.metaKey;
    if (!this.undo || this.sheet || typing || !command) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      this.step(key === 'z' && !event.shiftKey);
    }
  };

  // Publishing.

  private async askToPublish(): Promise<void> {
    await this.keep();
    if (this.keeping === 'stuck' || this.undo!.now !== this.kept) {
      return;
    }
    try {
      this.sheet = { kind: 'publish', look: await server.look() };
    } catch (refused) {
      this.complain(refused);
    }
  }

  private async publish(): Promise<void> {
    const name = this.storey?.name ?? null;
    try {
      await server.publish(this.revision);
      this.sheet = null;
      await this.open(name);
      this.say('Published. Everybody sees it now.');
      this.published = true;
    } catch (refused) {
      this.sheet = null;
      this.complain(refused);
      if (refused instanceof Refused && refused.clashes.length > 0) {
        this.clashes = refused.clashes;
      }
    }
  }

  private async settle(keep: 'mine' | 'theirs'): Promise<void> {
    await this.keep();
    await this.tried(async () => {
      await server.settle(this.revision, keep);
      await this.open(this.storey?.name);
      this.say(keep === 'mine' ? 'What you drew counts; publish it to make it so.' : 'What the others have published counts.');
    });
  }

  private async discard(): Promise<void> {
    this.sheet = null;
    clearTimeout(this.keepDue);
    await this.saving;
    await this.tried(async () => {
      await server.discard();
      await this.open(this.storey?.name);
      this.say('The draft is gone; this is what everybody sees.');
    });
  }

  private async reload(): Promise<void> {
    this.sheet = null;
    this.undo = null;
    await this.open();
  }

  private async tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (refused) {
      this.complain(refused);
    }
  }

  // What people do with floors, plans and rooms.

  private addFloor(): void {
    const [drawing, made] = addFloor(this.drawing);
    this.here = made.id;
    this.edit(drawing);
    this.say(`${made.name} is new.`);
    this.focusOn('.floor-name');
  }

  private focusOn(selector: string): void {
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector<HTMLInputElement>(selector);
      field?.focus();
      field?.select?.();
    });
  }

  private copyFloor(floor: Storey): void {
    const [drawing, made] = copyFloor(this.drawing, floor.id);
    if (made) {
      this.here = made.id;
      this.edit(drawing);
      this.focusOn('.floor-name');
    }
  }

  private go(floor: Storey): void {
    this.here = floor.id;
    this.chosen = NOTHING;
    this.undo!.pause();
  }

  private async load(file: File | undefined, page = 1): Promise<void> {
    if (!file) {
      return;
    }
    this.say(`Loading ${file.name} …`);
    try {
      const loaded = await server.load(file, page);
      const picture = { plan: loaded.plan, width: loaded.width, height: loaded.height };
      const floor = this.storey;
      if (floor) {
        this.edit(setFloor(this.drawing, { ...floor, ...picture }));
      } else {
        const [drawing, made] = addFloor(this.drawing, picture);
        this.here = made.id;
        this.edit(drawing);
      }
      this.paged = loaded.pages > 1 ? { file, plan: loaded.plan, page, pages: loaded.pages } : null;
      this.say(loaded.pages > 1 ? `Page ${page} of ${loaded.pages} is here. Another one can be chosen beside the floor.` : 'The plan is here. Draw the rooms next.');
    } catch (refused) {
      this.complain(refused);
    }
  }

  private addRoom(outline: readonly Spot[]): void {
    const floor = this.storey!;
    const names = this.drawing.zones.filter((room) => room.floor === floor.id).map((room) => room.name);
    const room: Room = { id: freshId(), floor: floor.id, name: freeName('Room', names), kind: 'office', tags: [], outline };
    this.edit(setZone(this.drawing, room));
    this.chosen = { zone: room.id, hung: new Set() };
    this.focusOn('.room-field');
  }

  private measured(two: TwoSpots): void {
    const floor = this.storey!;
    if (two.tool === 'north') {
      this.edit(setFloor(this.drawing, { ...floor, north: bearing(two.from, two.to, floor) }));
      this.tool = 'select';
      this.say('North is set.');
    } else {
      this.sheet = { kind: 'length', from: two.from, to: two.to };
      this.focusOn('.metres');
    }
  }

  private scale(event: Event): void {
    event.preventDefault();
    const sheet = this.sheet;
    const metres = Number(this.renderRoot.querySelector<HTMLInputElement>('.metres')!.value);
    if (sheet?.kind === 'length' && metres > 0) {
      const floor = this.storey!;
      const across = Math.round(metresAcross(sheet.from, sheet.to, metres, floor) * 1000) / 1000;
      this.edit(setFloor(this.drawing, { ...floor, metres: across }));
      this.say(`The plan is ${across.toFixed(1)} m wide.`);
      this.sheet = null;
      this.tool = 'select';
    }
  }

  private get stage(): PlanStage | null {
    return this.renderRoot.querySelector('plan-stage');
  }

  /** For the keyboard and for fingers: into the chosen room, else in the middle of what is seen. */
  private putIn(thing: Thing): void {
    const floor = this.storey;
    if (floor) {
      const room = zone(this.drawing, this.chosen.zone);
      this.hangAt(hungOf('node', thing.id), room ? middleOf(room.outline) : this.stage!.centre(), floor);
    }
  }

  private hangAt(hung: Hung, spot: Spot, floor: Storey): void {
    const place: Place = { floor: floor.id, ...spot };
    this.edit(hang(this.drawing, hung, place));
    this.chosen = { zone: null, hung: new Set([hung]) };
    this.tool = 'select';
    void this.updateComplete.then(() => this.stage?.updateComplete).then(() => this.stage?.focusOn(hung));
  }

  private drag(down: PointerEvent, thing: Thing): void {
    if (down.button !== 0 || down.pointerType === 'touch') {
      return;
    }
    down.preventDefault();
    (down.currentTarget as HTMLElement).focus();
    const stopping = new AbortController();
    const options = { signal: stopping.signal };
    let far = false;
    window.addEventListener('pointermove', (event) => {
      far ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4;
      this.ghost = far ? { thing, x: event.clientX, y: event.clientY } : null;
    }, options);
    const end = (event: PointerEvent) => {
      stopping.abort();
      this.ghost = null;
      const spot = far && event.type === 'pointerup' ? this.stage?.under(event) : null;
      if (spot && this.storey) {
        this.hangAt(hungOf('node', thing.id), spot, this.storey);
      }
    };
    window.addEventListener('pointerup', end, options);
    window.addEventListener('pointercancel', end, options);
  }

  // What is seen.

  override render(): TemplateResult {
    if (!this.undo) {
      return html`<div class="loading" role="status">${this.said || 'Fetching the plans …'}</div>`;
    }
    return html`
      ${this.toolbar()} ${this.clashes.length > 0 ? this.clashBar() : nothing}
      <div class="body">
        <div class="side">${this.properties()} ${this.floors()}</div>
        <div class="main" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => this.dropped(event)}>
          ${this.storey ? this.plan(this.storey) : this.empty()}
        </div>
        <div class="waiting">${this.unplaced()}</div>
      </div>
      ${this.ghost ? html`<div class="ghost" style="left:${this.ghost.x}px;top:${this.ghost.y}px">${this.ghost.thing.name}</div>` : nothing}
      ${this.sheet ? this.drawSheet(this.sheet) : nothing}
    `;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    void this.load(event.dataTransfer?.files[0]);
  }

  private toolbar(): TemplateResult {
    const { canUndo, canRedo } = this.undo!;
    const hint = TOOLS.find(([tool]) => tool === this.tool)![2];
    return html`<div class="toolbar">
      <div class="tools" role="group" aria-label="Tools">
        ${TOOLS.map(
          ([tool, label, words]) =>
            html`<button type="button" aria-pressed=${this.tool === tool} title=${words} ?disabled=${!this.storey} @click=${() => this.take(tool)}>${label}</button>`,
        )}
      </div>
      <div class="tools" role="group" aria-label="Take back">
        <button type="button" ?disabled=${!canUndo} title="Ctrl Z" @click=${() => this.step(true)}>Undo</button>
        <button type="button" ?disabled=${!canRedo} title="Ctrl Y" @click=${() => this.step(false)}>Redo</button>
      </div>
      <div class="said" role="status" ?data-wrong=${this.wrong}>${this.said || (this.storey ? hint : '')}
        ${this.published && this.storey && !this.storey.id.startsWith('n') ? html`<a href="floor/${this.storey.id}">Show on the map</a> <a href="nodes">Configure nodes</a>` : nothing}</div>
      <span class="kept">${{ kept: 'Draft saved', keeping: 'Saving …', stuck: 'Not saved' }[this.keeping]}</span>
      <button type="button" class="publish" @click=${() => void this.askToPublish()}>Publish</button>
    </div>`;
  }

  private clashBar(): TemplateResult {
    return html`<div class="clashes" role="alert">
      <div>
        <b>Somebody else has published changes to the same things.</b>
        <ul>
          ${this.clashes.slice(0, 5).map((words) => html`<li>${words}</li>`)}
          ${this.clashes.length > 5 ? html`<li>… and ${this.clashes.length - 5} more</li>` : nothing}
        </ul>
      </div>
      <button type="button" @click=${() => void this.settle('theirs')}>Take theirs</button>
      <button type="button" @click=${() => void this.settle('mine')}>Keep mine</button>
    </div>`;
  }

  private plan(floor: Storey): TemplateResult {
    return html`<plan-stage
      .drawing=${this.drawing}
      .floor=${floor}
      .chosen=${this.chosen}
      .tool=${this.tool}
      .things=${this.things}
      @edit=${(event: CustomEvent<Edit>) => this.edit(event.detail.drawing, event.detail.key ?? null)}
      @choose=${(event: CustomEvent<Chosen>) => this.choose(event.detail)}
      @room=${(event: CustomEvent<readonly Spot[]>) => this.addRoom(event.detail)}
      @two-spots=${(event: CustomEvent<TwoSpots>) => this.measured(event.detail)}
      @tool=${(event: CustomEvent<Tool>) => (this.tool = event.detail)}
    ></plan-stage>`;
  }

  private take(tool: Tool): void {
    this.tool = tool;
    this.say('');
  }

  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.undo!.pause();
  }

  private empty(): TemplateResult {
    if (!this.mayAll) {
      return html`<div class="empty"><div><b>There is no floor here that you may draw on</b><span>Floors are added by who may configure the whole building.</span></div></div>`;
    }
    return html`<div class="empty">
      <div>
        <b>Drop a plan here</b>
        <span>An SVG, PNG or JPEG, or the first page of a PDF, of up to 20 MB. It becomes the first floor; you can name it, draw the rooms on it and hang the nodes.</span>
        ${this.chooser('Choose a plan', 'big')}
        <button type="button" class="small" @click=${() => this.addFloor()}>Begin on an empty sheet</button>
        <a href="building-file">Bring a building file</a>
      </div>
    </div>`;
  }

  private chooser(label: string, style = ''): TemplateResult {
    const chosen = (event: Event) => {
      const field = event.target as HTMLInputElement;
      void this.load(field.files?.[0]);
      field.value = '';
    };
    return html`<label class="file ${style}"><span>${label}</span><input type="file" accept=".svg,.png,.jpg,.jpeg,.pdf,image/svg+xml,image/png,image/jpeg,application/pdf" @change=${chosen} /></label>`;
  }

  private floors(): TemplateResult {
    const { drawing } = this;
    const away = drawing.floors.filter((floor) => floor.archived);
    return html`<section aria-label="Floors">
      <label class="field"><span>Building</span>
        <input .value=${live(drawing.name)} maxlength="100" ?disabled=${!this.mayAll} placeholder="Name of the building"
          @input=${(event: Event) => this.edit({ ...drawing, name: valueOf(event) }, 'name')} /></label>
      <h2>Floors</h2>
      <ul class="floors">
        ${repeat([...inUse(drawing)].reverse(), (floor) => floor.id, (floor) => this.floorRow(floor))}
      </ul>
      ${this.mayAll ? html`<button type="button" class="add" @click=${() => this.addFloor()}>${controlIcon('plus')}<span>Add a floor</span></button>
        <a class="whole" href="building-file">Export or import the building</a>` : nothing}
      ${away.length > 0
        ? html`<details><summary>Put away (${away.length})</summary>
            ${away.map((floor) => html`<div class="away"><span>${floor.name}</span>
              <button type="button" class="small" @click=${() => this.edit(setFloor(this.drawing, { ...floor, archived: false }))}>Bring back</button></div>`)}
          </details>`
        : nothing}
    </section>`;
  }

  private floorRow(floor: Storey): TemplateResult {
    if (floor.id !== this.here) {
      return html`<li><button type="button" class="floor" @click=${() => this.go(floor)}>${floor.name || 'Floor without a name'}</button></li>`;
    }
    const set = (change: Partial<Storey>, key: string) => this.edit(setFloor(this.drawing, { ...this.storey!, ...change }), key);
    return html`<li class="here" aria-current="true">
      <input class="floor-name" aria-label="Name of the floor" maxlength="100" .value=${live(floor.name)} @input=${(event: Event) => set({ name: valueOf(event) }, `floor ${floor.id}`)} />
      <div class="row">
        ${this.chooser(floor.plan === '' ? 'Plan …' : 'Other plan …')}
        <button type="button" aria-label="${floor.name} one up" title="One up" @click=${() => this.edit(orderFloor(this.drawing, floor.id, 1))}>${controlIcon('up')}</button>
        <button type="button" aria-label="${floor.name} one down" title="One down" @click=${() => this.edit(orderFloor(this.drawing, floor.id, -1))}>${controlIcon('down')}</button>
        <button type="button" title="The same plan and rooms once more" @click=${() => this.copyFloor(floor)}>Copy</button>
        <button type="button" title="History keeps its readings; it can be brought back" @click=${() => this.edit(putAway(this.drawing, floor.id))}>Put away</button>
      </div>
      ${this.pages(floor)}
      <div class="quiet">${floor.metres === null ? 'No scale yet' : `${floor.metres.toFixed(1)} m wide`} · ${floor.north === null ? 'north not set' : `north at ${floor.north.toFixed(0)}°`}</div>
    </li>`;
  }

  private pages(floor: Storey): TemplateResult | typeof nothing {
    const { paged } = this;
    if (paged === null || paged.plan !== floor.plan) {
      return nothing;
    }
    const turn = (event: Event) => {
      const page = Math.round(Number(valueOf(event)));
      if (page >= 1 && page <= paged.pages && page !== paged.page) {
        void this.load(paged.file, page);
      }
    };
    return html`<label class="pages"><span>Page</span><input type="number" min="1" max=${paged.pages} .value=${live(String(paged.page))} @change=${turn} /><span>of ${paged.pages}</span></label>`;
  }

  private unplaced(): TemplateResult {
    const waiting = unplaced(this.drawing, this.things);
    return html`<section aria-label="Unplaced">
      <h2>Unplaced (${waiting.length})</h2>
      ${waiting.length === 0
        ? html`<p class="quiet">Nodes that report appear here by themselves.</p>`
        : html`<p class="quiet">Drag a node onto the plan, or choose a room and press the node.</p>`}
      <ul class="things">
        ${repeat(waiting, (thing) => thing.id, (thing) => html`<li>
          <button type="button" class="thing" data-thing=${thing.id} ?disabled=${!this.storey} @pointerdown=${(event: PointerEvent) => this.drag(event, thing)} @click=${() => this.putIn(thing)}>
            ${kindDrawing(thing.points[0]?.kind ?? '')}<span><b>${thing.name}</b><span class="quiet">${thing.points.map((part) => part.label).slice(0, 3).join(', ') || 'no points yet'}</span></span>
          </button></li>`)}
      </ul>
    </section>`;
  }

  private properties(): TemplateResult | typeof nothing {
    const room = zone(this.drawing, this.chosen.zone);
    if (room) {
      return this.roomProperties(room);
    }
    return this.chosen.hung.size === 1 ? this.hungProperties([...this.chosen.hung][0]!) : this.chosen.hung.size > 1 ? this.manyProperties() : nothing;
  }

  private roomProperties(room: Room): TemplateResult {
    const set = (change: Partial<Room>, key: string) => this.edit(setZone(this.drawing, { ...zone(this.drawing, room.id)!, ...change }), `${key} ${room.id}`);
    const area = this.storey ? squareMetres(room, this.storey) : null;
    const next = (event: KeyboardEvent) => event.key === 'Enter' && this.stage?.shadowRoot?.querySelector<HTMLElement>('.stage')?.focus();
    return html`<section class="properties" aria-label="Room">
      <h2>Room</h2>
      <label class="field"><span>Name</span><input class="room-field" maxlength="100" .value=${live(room.name)} @keydown=${next} @input=${(event: Event) => set({ name: valueOf(event) }, 'name')} /></label>
      <label class="field"><span>Kind</span><select @change=${(event: Event) => set({ kind: valueOf(event) }, 'kind')}>
        ${KINDS.map(([kind, label]) => html`<option value=${kind} ?selected=${kind === room.kind}>${label}</option>`)}</select></label>
      <label class="field"><span>Tags, with commas between</span><input maxlength="400" .value=${room.tags.join(', ')} @change=${(event: Event) => set({ tags: tagsOf(valueOf(event)) }, 'tags')} /></label>
      <div class="row"><span class="quiet">${area === null ? `${room.outline.length} corners` : `${area.toFixed(1)} m²`}</span>
        <button type="button" @click=${() => this.edit(removeZone(this.drawing, room.id))}>Remove</button></div>
    </section>`;
  }

  private hungProperties(hung: Hung): TemplateResult {
    const place = placeOf(this.drawing, hung)!;
    const [kind, id] = hung.split(':') as [string, string];
    const thing = this.things.find((each) => (kind === 'node' ? each.id === id : each.points.some((part) => part.id === id)));
    const set = (axis: 'x' | 'y', event: Event) => {
      const number = Number(valueOf(event));
      if (Number.isFinite(number)) {
        this.edit(hang(this.drawing, hung, { ...placeOf(this.drawing, hung)!, [axis]: number / 100 }));
      }
    };
    return html`<section class="properties" aria-label="Place">
      <h2>${kind === 'node' ? (thing?.name ?? 'Node') : `${thing?.points.find((part) => part.id === id)?.label ?? 'Point'} of ${thing?.name ?? 'a node'}`}</h2>
      <div class="row">
        <label class="field"><span>From the left, %</span><input type="number" min="0" max="100" step="0.1" .value=${live((place.x * 100).toFixed(1))} @change=${(event: Event) => set('x', event)} /></label>
        <label class="field"><span>From the top, %</span><input type="number" min="0" max="100" step="0.1" .value=${live((place.y * 100).toFixed(1))} @change=${(event: Event) => set('y', event)} /></label>
      </div>
      <p class="quiet">Arrow keys move it by 1 %, with Shift by 0.1 %.</p>
      ${kind === 'node' && thing && thing.points.length > 1 ? this.pointList(thing, place) : nothing}
      <button type="button" class="take" @click=${() => this.edit(hang(this.drawing, hung, null))}>${kind === 'node' ? 'Take from the plan' : 'Back to its node'}</button>
    </section>`;
  }

  private pointList(thing: Thing, place: Place): TemplateResult {
    const apart = (id: string) => this.hangAt(hungOf('point', id), { x: Math.min(1, place.x + 0.03), y: Math.min(1, place.y + 0.03) }, this.storey!);
    return html`<details><summary>Its points</summary>
      ${thing.points.map((part) => html`<div class="away"><span>${part.label}</span>
        ${this.drawing.points[part.id]
          ? html`<span class="quiet">apart</span>`
          : html`<button type="button" class="small" aria-label="Place ${part.label} apart" @click=${() => apart(part.id)}>Place apart</button>`}</div>`)}
    </details>`;
  }

  private manyProperties(): TemplateResult {
    const all = [...this.chosen.hung];
    return html`<section class="properties" aria-label="Several">
      <h2>${all.length} chosen</h2>
      <p class="quiet">Align</p>
      <div class="row">${ALIGNMENTS.map(([how, label]) => html`<button type="button" @click=${() => this.edit(align(this.drawing, all, how))}>${label}</button>`)}</div>
      <button type="button" class="take" @click=${() => this.edit(all.reduce((now, hung) => hang(now, hung, null), this.drawing))}>Take from the plan</button>
    </section>`;
  }

  private drawSheet(sheet: Sheet): TemplateResult {
    const close = () => (this.sheet = null);
    const key = (event: KeyboardEvent) => event.key === 'Escape' && sheet.kind !== 'moved-on' && close();
    return html`<div class="veil" @keydown=${key}>
      <div class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title">${this.sheetBody(sheet, close)}</div>
    </div>`;
  }

  private sheetBody(sheet: Sheet, close: () => void): TemplateResult {
    switch (sheet.kind) {
      case 'publish':
        return this.publishSheet(sheet.look, close);
      case 'length':
        return html`<form @submit=${(event: Event) => this.scale(event)}>
          <h2 id="sheet-title">How long is it?</h2>
          <label class="field"><span>Metres between the two spots</span><input class="metres" type="number" min="0.1" max="5000" step="any" required /></label>
          <div class="buttons"><button type="button" class="cancel" @click=${close}>Cancel</button><button type="submit" class="primary">Set the scale</button></div>
        </form>`;
      case 'moved-on':
        return html`<h2 id="sheet-title">This draft was changed in another window</h2>
          <p>Nothing was overwritten. Load what is kept to go on; what you have drawn here since is lost.</p>
          <div class="buttons"><button type="button" class="primary" @click=${() => void this.reload()}>Load it</button></div>`;
      case 'discard':
        return html`<h2 id="sheet-title">Discard the draft?</h2>
          <p>Everything that you have drawn and not published is lost.</p>
          <div class="buttons"><button type="button" class="cancel" @click=${close}>Keep it</button><button type="button" class="primary" @click=${() => void this.discard()}>Discard</button></div>`;
    }
  }

  private publishSheet(look: Looked, close: () => void): TemplateResult {
    const none = look.changes.length === 0;
    const clash = look.clashes.length > 0;
    return html`<h2 id="sheet-title">${none ? 'Nothing to publish' : 'Publish this?'}</h2>
      ${none ? html`<p>What you see is what everybody sees.</p>` : html`<ul class="changes">${look.changes.map((words) => html`<li>${words}</li>`)}</ul>`}
      ${clash ? html`<p class="wrong">Somebody else has published changes to the same things. Say first whose count, above the plan.</p>` : nothing}
      <div class="buttons">
        <button type="button" class="cancel" @click=${close}>Go on drawing</button>
        ${none ? nothing : html`<button type="button" class="cancel" @click=${() => (this.sheet = { kind: 'discard' })}>Discard …</button>
          <button type="button" class="primary" ?disabled=${clash} @click=${() => void this.publish()}>Publish now</button>`}
      </div>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('sheet') && this.sheet && this.sheet.kind !== 'length') {
      this.renderRoot.querySelector<HTMLElement>('.sheet .primary:not(:disabled), .sheet button')?.focus();
    }
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()).filter(Boolean))];
}

customElements.define('plan-editor', PlanEditor);
