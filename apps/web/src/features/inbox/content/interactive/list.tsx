import { Framed } from '../parts/framed.tsx';
import styles from '../parts/parts.module.css';
import { Unfold } from '../parts/unfold.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function ListContent({ content, files }: ContentViewProps<'list'>) {
  return (
    <Framed {...content} files={files}>
      <Unfold label={content.button}>
        {content.sections.map(({ title, rows }, index) => (
          <section key={index}>
            {title === undefined ? null : <h4 className={styles.section}>{title}</h4>}
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={row.id}>
                  <span className={styles.rowTitle}>{row.title}</span>
                  {row.description === undefined ? null : (
                    <span className={styles.footer}>{row.description}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Unfold>
    </Framed>
  );
}
