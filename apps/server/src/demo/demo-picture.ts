const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">
  <rect width="960" height="720" fill="#d9d2c5"/>
  <rect y="520" width="960" height="200" fill="#a98f6f"/>
  <path d="M330 150 h300 l30 410 q-180 40 -360 0 z" fill="#5b4334"/>
  <path d="M330 150 h300 l6 60 h-312 z" fill="#463326"/>
  <rect x="390" y="300" width="180" height="130" rx="12" fill="#efe6d6"/>
  <ellipse cx="450" cy="365" rx="26" ry="38" fill="#6b4a33" transform="rotate(-20 450 365)"/>
  <ellipse cx="515" cy="365" rx="26" ry="38" fill="#6b4a33" transform="rotate(20 515 365)"/>
  <path d="M600 470 l70 30 l-26 40 l54 60 l-70 -14 l-50 24 z" fill="#d9d2c5"/>
  <g fill="#4a3222"><ellipse cx="705" cy="600" rx="20" ry="13"/><ellipse cx="750" cy="630" rx="20" ry="13"/>
  <ellipse cx="680" cy="645" rx="20" ry="13"/><ellipse cx="790" cy="590" rx="20" ry="13"/></g>
</svg>`;

/** What a customer's camera saw: a torn bag of coffee. JPEG. */
export async function makeDemoPicture(): Promise<Buffer> {
  // Once in the life of an installation; see modules/media/load-sharp.ts.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer();
}
