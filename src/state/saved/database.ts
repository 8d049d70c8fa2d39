import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The page's database: records by their own id, checked when they are read. */
export interface Stores extends DBSchema {
  runs: { key: string; value: { readonly id: string } };
}

/** The version of the database; a new one upgrades or drops what older ones stored. */
const version = 1;

/** Opens the database; rejects where the browser has none or refuses it. */
export function openDatabase(): Promise<IDBPDatabase<Stores>> {
  return openDB<Stores>('chain-reaction', version, {
    upgrade(database) {
      database.createObjectStore('runs', { keyPath: 'id' });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
