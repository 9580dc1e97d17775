/**
 * A chart as a file: the drawing on the page with its looks written into it, since no style sheet
 * goes along.
 */

const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
] as const;

/** For screens and slides alike. */
const SCALE = 2;
const MARGIN = 16;

/** The drawing as a document of its own, on the page's ground. */
export function svgOf(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  copies.forEach((one, index) => {
    const original = originals[index];
    if (original) writeLooks(original, one);
  });
  const { x, y, width, height } = drawn.viewBox.baseVal;
  const wide = { x: x - MARGIN, y: y - MARGIN, w: width + 2 * MARGIN, h: height + 2 * MARGIN };
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${wide.x} ${wide.y} ${wide.w} ${wide.h}`);
  copy.setAttribute("width", String(wide.w));
  copy.setAttribute("height", String(wide.h));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const place = { x: wide.x, y: wide.y, width: wide.w, height: wide.h, fill: groundColour() };
  for (const [name, value] of Object.entries(place)) ground.setAttribute(name, String(value));
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as a picture of twice its size. */
export async function pngOf(drawn: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawn))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new DOMException("no picture"))));
  });
}

/** As attributes: they need no leave to be applied, and every viewer knows them. */
function writeLooks(original: SVGElement, copy: SVGElement): void {
  const computed = getComputedStyle(original);
  for (const look of looks) {
    const value = computed.getPropertyValue(look);
    if (value !== "") copy.setAttribute(look, plainColour(value));
  }
  copy.removeAttribute("class");
}

/** A colour that was mixed is written in a form that any viewer reads. */
function plainColour(value: string): string {
  if (!value.startsWith("color(")) return value;
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return value;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 100) / 100})`;
}

function groundColour(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--surface").trim();
}
