import type { ContentViewProps } from '../view-props.ts';
import { LocationCard } from './location-card.tsx';

export function LocationContent({ content }: ContentViewProps<'location'>) {
  return <LocationCard {...content} />;
}
