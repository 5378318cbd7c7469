import { Forward, Megaphone } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import styles from './message.module.css';

/** Where a message comes from, above its content. */
export function MessageMarks({ message }: { message: ShownMessage }) {
  const text = useText();
  const { forwarded, referral, referredProduct } = message;
  return (
    <>
      {forwarded && (
        <p className={styles.mark}>
          <Forward size={14} aria-hidden="true" />
          {forwarded === 'often' ? text.marks.forwardedOften : text.marks.forwarded}
        </p>
      )}
      {referredProduct && (
        <p className={styles.mark}>{text.marks.aboutProduct(referredProduct.productRetailerId)}</p>
      )}
      {referral && (
        <div className={styles.referral}>
          {referral.image_url && <img src={referral.image_url} alt="" />}
          <p className={styles.mark}>
            <Megaphone size={14} aria-hidden="true" />
            {referral.source_type === 'post' ? text.marks.fromPost : text.marks.fromAd}
          </p>
          {referral.headline && <strong>{referral.headline}</strong>}
          {referral.body && <span>{referral.body}</span>}
        </div>
      )}
    </>
  );
}
