import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Calls back when the backdrop of an open dialog is pressed. A press that began elsewhere closes nothing, such as
 * a selection drawn out of a field. And the finger whose long press opened the dialog lifts above it: that is no
 * press of what happens to lie there.
 */
export function useBackdropPress(dialog: RefObject<HTMLDialogElement | null>, onPress: () => void): void {
  const press = useEffectEvent(onPress);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    let pressBeganOn: 'backdrop' | 'panel' | undefined;
    // Only the backdrop belongs to the dialog itself; everything else lies in its panel.
    const onPointerDown = (event: PointerEvent) => {
      pressBeganOn = event.target === element ? 'backdrop' : 'panel';
    };
    const onClick = (event: MouseEvent) => {
      const isByPointer = event.detail > 0;
      if (isByPointer && pressBeganOn === undefined) {
        event.preventDefault();
        event.stopPropagation();
      } else if (pressBeganOn === 'backdrop' && event.target === element) press();
    };
    element.addEventListener('pointerdown', onPointerDown);
    element.addEventListener('click', onClick, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', onPointerDown);
      element.removeEventListener('click', onClick, { capture: true });
    };
  }, [dialog]);
}
