import { useId } from 'react';
import { formatLatitude, formatLongitude, type Position } from './format-position.ts';
import styles from './location.module.css';
import { mapGrid } from './map-grid.ts';

const size = { width: 300, height: 132 } as const;
const labelDecimals = 3;
const labelWidthPixels = 58;
const topRowPixels = 24;

/** A sketch made of nothing but the position: no map service learns where our customers are. */
export function LocationMap({ latitude, longitude, label }: Position & { readonly label: string }) {
  const glow = useId();
  const { meridians, parallels, scale } = mapGrid({ latitude, longitude }, size);
  const centre = { x: size.width / 2, y: size.height / 2 };
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={label}
    >
      <radialGradient id={glow}>
        <stop className={styles.glowStart} offset="0" />
        <stop className={styles.glowEnd} offset="1" />
      </radialGradient>
      <circle cx={centre.x} cy={centre.y} r={130} fill={`url(#${glow})`} />
      {meridians.map(({ at, degrees }, index) => (
        <g key={degrees}>
          <line className={styles.line} x1={at} x2={at} y1={0} y2={size.height} />
          {isLabelled(index, at) ? (
            <text className={styles.label} x={at + 3} y={10}>
              {formatLongitude(degrees, labelDecimals)}
            </text>
          ) : null}
        </g>
      ))}
      {parallels.map(({ at, degrees }) => (
        <g key={degrees}>
          <line className={styles.line} x1={0} x2={size.width} y1={at} y2={at} />
          {at < topRowPixels ? null : (
            <text className={styles.label} x={size.width - 3} y={at - 3} textAnchor="end">
              {formatLatitude(degrees, labelDecimals)}
            </text>
          )}
        </g>
      ))}
      <circle className={styles.ring} cx={centre.x} cy={centre.y} r={scale.pixels / 2.5} />
      <circle className={styles.ring} cx={centre.x} cy={centre.y} r={scale.pixels} />
      <ellipse className={styles.shadow} cx={centre.x} cy={centre.y + 1} rx={6} ry={2.5} />
      <path
        className={styles.pin}
        d={`M${centre.x} ${centre.y} c-3 -7 -11 -11 -11 -19 a11 11 0 0 1 22 0 c0 8 -8 12 -11 19z`}
      />
      <circle className={styles.pinHole} cx={centre.x} cy={centre.y - 19} r={4} />
      <g transform={`translate(10 ${size.height - 10})`}>
        <path className={styles.scale} d={`M0 -5 v5 h${scale.pixels} v-5`} />
        <text className={styles.label} x={scale.pixels / 2} y={-4} textAnchor="middle">
          {scale.metres} m
        </text>
      </g>
    </svg>
  );
}

/** Every second line, and none that would run out of the picture or into the labels at its right. */
function isLabelled(index: number, at: number): boolean {
  return index % 2 === 0 && at < size.width - labelWidthPixels;
}
