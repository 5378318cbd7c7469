/**
 * Whether the provider can be expected to reach us. Meta wants https with a public name; a simulator on this machine
 * reaches whatever we reach. Only the form of the addresses is judged, nothing is dialled.
 */
export function isReachableFromProvider(publicUrl: string, graphUrl: string): boolean {
  const own = new URL(publicUrl);
  if (isPrivateHost(new URL(graphUrl).hostname)) return true;
  return own.protocol === 'https:' && !isPrivateHost(own.hostname);
}

const privateAddress = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]$|\[f[cd])/;

function isPrivateHost(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || !host.includes('.') || privateAddress.test(host)
  );
}
