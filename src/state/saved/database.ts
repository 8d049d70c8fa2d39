import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The page's database: records by their own id, checked when they are read. */
export interface Stores extends DBSchema {
  runs: { key: string; value: { readonly id: string } };
  maps: { key: string; value: { readonly id: string } };
}

/** The name of a store. */
export type Store = 'runs' | 'maps';

/** The page's database, open. */
export type Database = IDBPDatabase<Stores>;

/** The version of the database; a new one upgrades or drops what older ones stored. */
const version = 2;

/** Opens the database; rejects where the browser has none or refuses it. */
export function openDatabase(): Promise<Database> {
  return openDB<Stores>('chain-reaction', version, {
    upgrade(database) {
      for (const store of ['runs', 'maps'] as const) {
        if (!database.objectStoreNames.contains(store)) {
          database.createObjectStore(store, { keyPath: 'id' });
        }
      }
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
