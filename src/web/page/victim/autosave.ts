import { effect, signal } from "@preact/signals"
import type { FolderFile } from "../../given.ts"
import { readable } from "../../held.ts"
import { setUnsaved } from "../state.ts"
import { answers, folder, openCase, writeAll } from "./case.ts"

/**
 * The case in the browser's own storage, where the person has asked for it. Off until then, because other people may use
 * this computer, and other files that are opened in the same browser can read it: storage of local files is shared.
 */

interface Kept {
    readonly files: readonly FolderFile[]
    /** Milliseconds since 1970-01-01T00:00Z. */
    readonly at: number
}

const DATABASE = "lerpack"
const STORE = "work"
const KEY = "case"
/** How long nothing has to change before it is kept, in milliseconds. */
const REST = 1500

/** When the case was last kept; undefined where nothing is. */
export const keptAt = signal<number | undefined>(undefined)
/** Whether it is kept from now on. */
export const isOn = signal(false)
/** Why the case is kept no longer: the browser refused, or another window has kept or deleted one since. */
export const trouble = signal<"refused" | "overtaken" | undefined>(undefined)

/** When this page kept or opened what is there; anything else was put there by another one, and is not overwritten unseen. */
let own: number | undefined

function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(DATABASE, 1)
        request.onupgradeneeded = () => request.result.createObjectStore(STORE)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error("no storage"))
    })
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await open()
    try {
        return await new Promise<T>((resolve, reject) => {
            const transaction = database.transaction(STORE, mode)
            const request = act(transaction.objectStore(STORE))
            transaction.oncomplete = () => resolve(request.result)
            transaction.onerror = () => reject(transaction.error ?? new Error("not kept"))
            transaction.onabort = () => reject(transaction.error ?? new Error("not kept"))
        })
    } finally {
        database.close()
    }
}

/** Whether something was kept by an earlier page. Asks for a database only where there may be one. */
export async function lookForKept(): Promise<void> {
    try {
        const known = await indexedDB.databases?.()
        if (known !== undefined && !known.some(({ name }) => name === DATABASE)) return
        const found = await within<Kept | undefined>("readonly", (store) => store.get(KEY))
        keptAt.value = found?.at
    } catch {
        keptAt.value = undefined
    }
}

/** Opens what was kept, and keeps it from then on. */
export async function openKept(): Promise<boolean> {
    const found = await within<Kept | undefined>("readonly", (store) => store.get(KEY))
    if (found === undefined || !(await openCase(found.files))) return false
    keepFrom(found.at)
    return true
}

let timer: ReturnType<typeof setTimeout> | undefined
let stop: () => void = () => undefined

/**
 * Keeps the case from now on.
 *
 * @param mayReplace - Asked before it takes the place of another that was kept.
 */
export async function turnOn(mayReplace: (keptAt: number) => boolean): Promise<void> {
    await lookForKept()
    if (keptAt.value === undefined || mayReplace(keptAt.value)) keepFrom(keptAt.value)
}

function keepFrom(at: number | undefined): void {
    own = at
    isOn.value = true
    trouble.value = undefined
    stop()
    stop = effect(() => {
        // Both are followed: answers are in the folder only once they were written.
        const now = [folder.value, answers.value]
        clearTimeout(timer)
        if (now[0] !== undefined) timer = setTimeout(keep, REST)
    })
}

async function keep(): Promise<void> {
    if (!isOn.value || folder.value === undefined || !(await writeAll())) return
    const kept: Kept = { files: await readable(folder.value ?? []), at: Date.now() }
    try {
        const there = await within<Kept | undefined>("readonly", (store) => store.get(KEY))
        if (there?.at !== own) {
            isOn.value = false
            stop()
            trouble.value = "overtaken"
            return
        }
        await within("readwrite", (store) => store.put(kept, KEY))
        own = kept.at
        keptAt.value = kept.at
        trouble.value = undefined
    } catch {
        trouble.value = "refused"
    }
}

/** Stops, and deletes what was kept. */
export async function turnOff(): Promise<void> {
    // The case that is open may stand nowhere else.
    if (isOn.value && folder.value !== undefined) setUnsaved("case", true)
    isOn.value = false
    trouble.value = undefined
    clearTimeout(timer)
    stop()
    try {
        await new Promise<void>((resolve) => {
            const request = indexedDB.deleteDatabase(DATABASE)
            request.onsuccess = () => resolve()
            request.onerror = () => resolve()
            request.onblocked = () => resolve()
        })
    } catch {
        // A browser without storage has kept nothing.
    }
    keptAt.value = undefined
}
