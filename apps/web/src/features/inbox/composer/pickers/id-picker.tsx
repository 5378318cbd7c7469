import { Combobox, TextInput, useCombobox } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './pickers.module.css';

export interface PickerOption {
  readonly id: string;
  readonly name: string;
  /** A price, or that it is a draft. */
  readonly detail: string | null;
}

interface IdPickerProps {
  readonly label: ReactNode;
  readonly description: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onPick: (option: PickerOption) => void;
  readonly onPaste?: (lines: readonly string[]) => void;
  /** Enter with nothing chosen from the list. */
  readonly onEnter?: () => void;
  /** The field has been left without choosing. */
  readonly onLeave?: () => void;
  readonly options: readonly PickerOption[];
  /** Why there is nothing to choose from, or not all. */
  readonly note: ReactNode;
  readonly error: string | null;
}

/** An id, typed or chosen by its name. What stands in the field is the id; the list only helps to find it. */
export function IdPicker(props: IdPickerProps) {
  const { label, description, text, onType, onPick, onPaste, onEnter, onLeave, options, note, error } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const pick = (id: string) => {
    const option = options.find((one) => one.id === id);
    if (option !== undefined) onPick(option);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} keepMounted={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={label}
          description={description}
          value={text}
          error={error}
          autoComplete="off"
          onChange={(event) => {
            onType(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            onLeave?.();
          }}
          onPaste={(event) => {
            const lines = event.clipboardData.getData('text').split('\n');
            if (onPaste === undefined || lines.length < 2) return;
            event.preventDefault();
            onPaste(lines);
          }}
          onKeyDown={(event) => {
            const isChosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() !== -1;
            const isPlain = !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
            if (event.key !== 'Enter' || isChosen || !isPlain || onEnter === undefined) return;
            event.preventDefault();
            onEnter();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={options.length === 0 && note === null}>
        <Combobox.Options mah={260} className={styles.options}>
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id}>
              <PickerOptionView {...option} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {note === null ? null : <Combobox.Footer className={styles.note}>{note}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
}

export function PickerOptionView({ id, name, detail }: PickerOption) {
  return (
    <span className={styles.option}>
      <span className={styles.name}>{name}</span>
      {detail === null ? null : <span className={styles.detail}>{detail}</span>}
      {id === name ? null : <span className={styles.id}>{id}</span>}
    </span>
  );
}
