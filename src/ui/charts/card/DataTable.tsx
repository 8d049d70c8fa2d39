import { useState } from 'react';
import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import './table.css';

/** A chart's numbers: the first cell of a row names it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface DataTableProps {
  readonly caption: string;
  /** What the disclosure is called, where a card has more than one. */
  readonly label?: string;
  gather(): Table;
}

/** A chart's numbers behind a disclosure; they are gathered only while it is open. */
export function DataTable({ caption, label, gather }: DataTableProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label ?? t(texts.dataTable)}</summary>
      {isOpen && <Rows caption={caption} {...gather()} />}
    </details>
  );
}

function Rows({ caption, columns, rows }: Table & { caption: string }) {
  return (
    <table>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
