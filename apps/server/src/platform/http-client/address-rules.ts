import ipaddr from 'ipaddr.js';

/** Hosts by name, and networks such as 10.0.0.0/8, that an operator has allowed although they are not public. */
export interface AllowedPlaces {
  readonly hosts: ReadonlySet<string>;
  readonly networks: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];
}

/** Throws for a network that is none. */
export function readAllowedPlaces(text: string): AllowedPlaces {
  const places = text
    .split(',')
    .map((place) => place.trim().toLowerCase())
    .filter((place) => place !== '');
  return {
    hosts: new Set(places.filter((place) => !place.includes('/'))),
    networks: places.filter((place) => place.includes('/')).map((place) => ipaddr.parseCIDR(place)),
  };
}

/**
 * Whether an address is none of the public internet: loopback, private, link-local (metadata services are there), carrier
 * NAT, multicast, and every way to write an IPv4 address as an IPv6 one. Only what is plainly public passes.
 */
export function isForbiddenAddress(address: string, { networks }: Pick<AllowedPlaces, 'networks'>): boolean {
  if (isMetadataAddress(address)) return true;
  // ::ffff:10.0.0.1 is 10.0.0.1.
  const parsed = ipaddr.process(address);
  const isAllowed = networks.some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits]),
  );
  return !isAllowed && !isPublic(parsed);
}

/**
 * Where machines of a cloud are told their credentials, whatever an operator allows beside it: link-local everywhere, and
 * the places that are not. An address that is none counts as one. (AWS, Azure, Google Cloud, Oracle Cloud, Alibaba Cloud:
 * instance metadata; Azure: 168.63.129.16; 2026-11)
 */
export function isMetadataAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const parsed = ipaddr.process(address);
  return metadataNetworks.some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits]),
  );
}

const metadataNetworks = [
  '169.254.0.0/16',
  'fe80::/10',
  '100.100.100.200/32',
  '168.63.129.16/32',
  '192.0.0.192/32',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
].map((network) => ipaddr.parseCIDR(network));

/** Of IPv6 only 2000::/3 has been given out as public; the first words of the rest spell IPv4 addresses, among others. */
const publicIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(publicIpv6);
}
