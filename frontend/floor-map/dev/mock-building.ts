import type { Floor, Model, Point, Zone } from '../model.ts';

/** What a room of the mock has: a letter a device. */
interface Room {
  readonly name: string;
  readonly kind: string;
  readonly box: readonly [x: number, y: number, w: number, h: number];
  readonly devices: string;
}

const W = 1200;
const H = 800;

const PLANS: readonly { name: string; rooms: readonly Room[] }[] = [
  {
    name: 'Ground floor',
    rooms: [
      { name: '0.01 Foyer and reception', kind: 'corridor', box: [20, 20, 400, 300], devices: 'bcmr' },
      { name: '0.02 Office', kind: 'office', box: [420, 20, 260, 300], devices: 'bcf' },
      { name: '0.03 Office', kind: 'office', box: [680, 20, 240, 300], devices: 'bcf' },
      { name: '0.04 Archive', kind: 'storage', box: [920, 20, 260, 300], devices: 'b' },
      { name: '0.05 Corridor', kind: 'corridor', box: [20, 320, 1160, 130], devices: 'tm' },
      { name: '0.06 Café', kind: 'kitchen', box: [20, 450, 420, 330], devices: 'bcqmrf' },
      { name: '0.07 Kitchen', kind: 'kitchen', box: [440, 450, 300, 330], devices: 'brv' },
      { name: '0.08 Plant room', kind: 'plant-room', box: [740, 450, 440, 330], devices: 'bvvff' },
    ],
  },
  {
    name: 'First floor',
    rooms: [
      { name: '1.01 Office south', kind: 'office', box: [20, 20, 330, 250], devices: 'bcmf' },
      { name: '1.02 Office', kind: 'office', box: [350, 20, 280, 250], devices: 'bcf' },
      { name: '1.03 Meeting', kind: 'meeting', box: [630, 20, 220, 250], devices: 'bcmf' },
      { name: '1.04 Archive', kind: 'storage', box: [850, 20, 330, 250], devices: 'b' },
      { name: '1.05 Corridor', kind: 'corridor', box: [20, 270, 1160, 150], devices: 'tm' },
      { name: '1.06 Open space', kind: 'office', box: [20, 420, 440, 360], devices: 'bbcmffvr' },
      { name: '1.07 Kitchen', kind: 'kitchen', box: [460, 420, 280, 360], devices: 'bqr' },
      { name: 'Lab 1', kind: 'laboratory', box: [740, 420, 440, 360], devices: 'bcmfvr' },
    ],
  },
  {
    name: 'Second floor',
    rooms: [
      { name: '2.01 Council chamber and public gallery', kind: 'meeting', box: [20, 20, 560, 360], devices: 'bbccmmff' },
      { name: '2.02 Mayor', kind: 'office', box: [580, 20, 300, 180], devices: 'bcf' },
      { name: '2.03 Anteroom', kind: 'office', box: [580, 200, 300, 180], devices: 'bm' },
      { name: '2.04 Office', kind: 'office', box: [880, 20, 300, 360], devices: 'bcmf' },
      { name: '2.05 Corridor', kind: 'corridor', box: [20, 380, 1160, 110], devices: 'tm' },
      { name: '2.06 WC', kind: 'other', box: [20, 490, 140, 290], devices: 'mr' },
      { name: '2.07 Training', kind: 'meeting', box: [160, 490, 520, 290], devices: 'bcmmffv' },
      { name: '2.08 Winter garden', kind: 'other', box: [680, 490, 500, 290], devices: 'bcgmv' },
    ],
  },
];

type Part = readonly [kind: string, label: string, unit: string, decimals: number, layer: string, interval: number, commandable: boolean];

const TEMPERATURE: Part = ['temperature', 'Temperature', '°C', 1, 'temperature', 2, false];
const HUMIDITY: Part = ['humidity', 'Humidity', '%RH', 0, 'air', 2, false];
const PRESSURE: Part = ['pressure', 'Air pressure', 'hPa', 1, 'air', 2, false];
const CO2: Part = ['co2', 'CO₂', 'ppm', 0, 'co2', 30, false];
const MOTION: Part = ['motion', 'Motion', '', 0, 'motion', 5, false];

const DEVICES: Readonly<Record<string, readonly Part[]>> = {
  b: [TEMPERATURE, HUMIDITY, PRESSURE],
  t: [TEMPERATURE],
  p: [PRESSURE],
  c: [CO2],
  m: [MOTION],
  f: [['fan', 'Fan', '%', 0, 'outputs', 0, true]],
  v: [['valve', 'Valve', '%', 0, 'outputs', 0, true]],
  r: [['relay', 'Relay', '', 0, 'outputs', 0, true]],
  q: [
    ['espresso', 'Espresso', 'cups', 0, 'coffee', 60, false],
    ['coffee', 'Coffee', 'cups', 0, 'coffee', 60, false],
  ],
  g: [
    ['moisture', 'Soil moisture', 'raw', 0, 'plant', 60, false],
    ['weight', 'Scale weight', 'raw', 0, 'plant', 60, false],
  ],
};

/** Three floors, 24 rooms, about 150 points. */
export function mockModel(): Model {
  const floors: Floor[] = [];
  const points: Point[] = [];
  let id = 0;
  PLANS.forEach(({ name, rooms }, f) => {
    const zones: Zone[] = rooms.map((room, z) => ({ id: 100 * (f + 1) + z, name: room.name, kind: room.kind, outline: corners(room.box) }));
    floors.push({ id: f + 1, name, plan: planOf(rooms), width: W, height: H, zones });
    rooms.forEach((room, z) => {
      let fans = 0;
      [...room.devices].forEach((device, d) => {
        const spot = spotOf(room, d);
        for (const [kind, label, unit, decimals, layer, interval, commandable] of DEVICES[device]!) {
          points.push({
            id: ++id, kind, label, name: device === 'f' ? `Fan ${++fans}` : '', unit, decimals, layer, interval, commandable,
            place: room.name, zone: 100 * (f + 1) + z, floor: f + 1, ...spot,
            node: `a020a6${String(100 * (f + 1) + z).padStart(6, '0')}`, location: `f${f}-${z}`,
          });
        }
      });
    });
  });
  const extra = points.slice(0, 6).map((point) => ({ ...point, id: ++id, zone: null, floor: null, x: null, y: null, place: 'garage', node: null, location: 'garage' }));
  return { building: 'Stadthaus', version: 1, floors, points: [...points, ...extra] };
}

function corners([x, y, w, h]: Room['box']): [number, number][] {
  return [[x / W, y / H], [(x + w) / W, y / H], [(x + w) / W, (y + h) / H], [x / W, (y + h) / H]];
}

/** Climate nodes hang in the middle, outputs at the foot of the room: two spots, as in a real one. */
function spotOf(room: Room, device: number): { x: number; y: number } {
  const [x, y, w, h] = room.box;
  const output = 'frv'.includes(room.devices[device]!);
  return { x: (x + w * (output ? 0.6 : 0.42)) / W, y: (y + h * (output ? 0.82 : 0.45)) / H };
}

function planOf(rooms: readonly Room[]): string {
  const draw = rooms.map(({ box: [x, y, w, h], kind }) => `<rect class="${kind === 'corridor' ? 'way' : 'room'}" x="${x}" y="${y}" width="${w}" height="${h}"/>`);
  const doors = rooms
    .filter(({ kind }) => kind !== 'corridor')
    .map(({ box: [x, y, w, h] }) => (y < 200 ? `<path class="door" d="M${x + w - 90} ${y + h}h56"/>` : `<path class="door" d="M${x + w - 90} ${y}h56"/>`));
  const style =
    '.room{fill:#f4f6f7}.way{fill:#eceff1}rect{stroke:#a3adb3;stroke-width:5}.door{stroke:#eceff1;stroke-width:7}' +
    '@media(prefers-color-scheme:dark){.room{fill:#1a1f24}.way{fill:#161b1f}rect{stroke:#49545b}.door{stroke:#161b1f}}';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}"><style>${style}</style>${draw.join('')}${doors.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
