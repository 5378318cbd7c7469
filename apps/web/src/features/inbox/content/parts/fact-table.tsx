import type { ReactNode } from 'react';
import styles from './parts.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactTableProps {
  /** Read out before the table, not seen. */
  readonly caption: string;
  readonly facts: readonly Fact[];
}

/** Names and values under each other. */
export function FactTable({ caption, facts }: FactTableProps) {
  return (
    <table className={styles.facts}>
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {facts.map(({ name, value }, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
