import './data.css';

interface FileChoiceProps {
  readonly label: string;
  readonly accept: string;
  readonly isMultiple?: boolean;
  onFiles(files: readonly File[]): void;
}

/** Chooses files; the same ones may be chosen again, for they may have been corrected. */
export function FileChoice({ label, accept, isMultiple = false, onFiles }: FileChoiceProps) {
  return (
    <label className="file-choice">
      {label}
      <input
        type="file"
        multiple={isMultiple}
        accept={accept}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
    </label>
  );
}
