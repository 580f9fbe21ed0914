import type { Colours } from './colours.ts';

/** A chart with the words above it. */
export interface Panel {
  readonly title: string;
  readonly note: string;
  readonly canvas: HTMLCanvasElement;
}

const HEAD = 56;
const FOOT = 28;

/** All charts as one picture, with what one needs to read it. */
export async function picture(panels: readonly Panel[], foot: string, colours: Colours): Promise<Blob> {
  const scale = panels[0] ? panels[0].canvas.width / Math.max(1, panels[0].canvas.clientWidth) : 1;
  const width = Math.max(...panels.map(({ canvas }) => canvas.width));
  const height = panels.reduce((sum, { canvas }) => sum + canvas.height + HEAD * scale, 0) + FOOT * scale;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, width, height);
  let top = 0;
  const write = (text: string, size: number, weight: number, colour: string, y: number) => {
    pen.fillStyle = colour;
    pen.font = `${weight} ${size * scale}px ${colours.font}`;
    pen.fillText(text, 12 * scale, top + y * scale, width - 24 * scale);
  };
  for (const panel of panels) {
    write(panel.title, 16, 600, colours.text, 24);
    write(panel.note, 12.5, 400, colours.quiet, 44);
    pen.drawImage(panel.canvas, 0, top + HEAD * scale);
    top += HEAD * scale + panel.canvas.height;
  }
  write(foot, 12.5, 400, colours.quiet, 17);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'));
}

/** Hands a file to whoever sits before the page. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
