export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** "35.65860° N, 139.74540° E": five decimals are about a metre. */
export function formatPosition({ latitude, longitude }: Position, decimals = 5): string {
  return `${formatLatitude(latitude, decimals)}, ${formatLongitude(longitude, decimals)}`;
}

export function formatLatitude(latitude: number, decimals: number): string {
  return `${Math.abs(latitude).toFixed(decimals)}° ${latitude < 0 ? 'S' : 'N'}`;
}

export function formatLongitude(longitude: number, decimals: number): string {
  return `${Math.abs(longitude).toFixed(decimals)}° ${longitude < 0 ? 'W' : 'E'}`;
}
