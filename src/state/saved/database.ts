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

/** Hears what becomes of the database from outside this page. */
export interface DatabaseEvents {
  /** An older page holds the database, and opening waits until it is closed. */
  onBlocked(): void;
  /** The database was closed: a newer page changes its form, or the browser or a person took it away. */
  onClosed(reason: 'superseded' | 'cleared'): void;
}

/** The version of the database; a new one upgrades or drops what older ones stored. */
const version = 2;

/** Opens the database; rejects where the browser has none or refuses it. */
export async function openDatabase({ onBlocked, onClosed }: DatabaseEvents): Promise<Database> {
  return openDB<Stores>('chain-reaction', version, {
    upgrade(database) {
      for (const store of ['runs', 'maps'] as const) {
        if (!database.objectStoreNames.contains(store)) {
          database.createObjectStore(store, { keyPath: 'id' });
        }
      }
    },
    blocked: onBlocked,
    blocking(_current, wanted, event) {
      (event.target as IDBDatabase).close();
      onClosed(wanted === null ? 'cleared' : 'superseded');
    },
    terminated: () => onClosed('cleared'),
  });
}
