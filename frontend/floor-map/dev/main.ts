/*
 * The elements in a frame like the product's, on a made-up building: npm run dev:floor-map, then
 * /?view=map|list|kiosk|empty & theme=light|dark & floor=2 & point=7 & trouble=broker|server|signed-out & bare
 */
import '../../../themes/bmac/styles.css';
import mark from '../../../themes/bmac/mark.svg';
import { LiveStore } from '../live-store.ts';
import { usePageStore } from '../page-store.ts';
import { MockServer } from './mock-server.ts';

const query = new URLSearchParams(location.search);
const server = new MockServer();
usePageStore(new LiveStore(server));
Object.assign(window, { server });
document.documentElement.setAttribute('theme', query.get('theme') ?? '');

const view = query.get('view') ?? 'map';
if (view === 'empty') {
  server.model = { ...server.model, floors: [], points: [] };
} else if (query.has('fallow')) {
  server.model = { ...server.model, points: [] };
}
const trouble = query.get('trouble');
setTimeout(() => {
  if (trouble === 'broker') {
    server.setLink(false);
  } else if (trouble === 'signed-out') {
    server.signedIn = false;
    server.setReachable(false);
  } else if (trouble === 'server') {
    server.setReachable(false);
  }
}, 1_200);

await Promise.all([import('../floor-map.ts'), import('../point-list.ts'), import('../point-panel.ts'), import('../map-status.ts')]);
document.body.innerHTML = view === 'kiosk' ? kiosk() : frame();

function kiosk(): string {
  return `<div class="kiosk-view"><floor-map kiosk floor="${query.get('floor') ?? 2}"></floor-map></div>`;
}

function frame(): string {
  const screen = view === 'list'
    ? '<point-list></point-list>'
    : `<floor-map floor="${query.get('floor') ?? 2}" ${query.has('point') ? `selected="${query.get('point')}"` : ''}></floor-map>`;
  const panel = `<div class="side-panel" ${query.has('point') ? 'open' : ''}><point-panel point="${query.get('point') ?? ''}"></point-panel></div>`;
  return `<div class="frame">
    <header class="frame-header">
      <div class="product-mark"><img src="${mark}" alt=""><span>BMaC</span></div>
      <span class="building-name">Stadthaus</span>
      <map-status></map-status>
    </header>
    <nav class="rail"><ul>
      <li><a class="rail-link" ${view === 'map' ? 'aria-current="page"' : ''} href="?view=map"><span class="icon" data-icon="map"></span><span>Map</span></a></li>
      <li><a class="rail-link" ${view === 'list' ? 'aria-current="page"' : ''} href="?view=list"><span class="icon" data-icon="list"></span><span>List</span></a></li>
    </ul></nav>
    <main><div class="with-panel" style="height:100%">${screen}${panel}</div></main>
  </div>`;
}

document.addEventListener('point-selected', (event) => {
  const { id } = (event as CustomEvent<{ id: number }>).detail;
  document.querySelector('point-panel')?.setAttribute('point', String(id));
  document.querySelector('floor-map')?.setAttribute('selected', String(id));
  document.querySelector('.side-panel')?.setAttribute('open', '');
});
