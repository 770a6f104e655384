import type { Issue } from "../../base/issue.ts"
import type { FolderFile, Phase } from "../given.ts"
import type { FromWorker, Resources, ToWorker, Work } from "../protocol.ts"

/** The page's end of the worker. */

/** Thrown where a flow refused: with what it found. */
export class Refused extends Error {
    readonly issues: readonly Issue[]
    constructor(issues: readonly Issue[]) {
        super("refused")
        this.issues = issues
    }
}

/** Thrown where the user stopped the work. */
export class Cancelled extends Error {}

interface Pending {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
    readonly told: (told: Told) => void
}

/** How far a piece of work is. */
export type Told = { readonly phase: Phase } | { readonly readBytes: number }

/** Starts the worker's script, `Blob` of its source. */
export type NewWorker = () => Worker

export class Client {
    /** Resolves when fonts and decoders are read. */
    readonly ready: Promise<void>
    #worker: Worker
    readonly #start: NewWorker
    readonly #resources: Resources
    #desks: readonly FolderFile[] = []
    readonly #files = new Map<string, Blob>()
    readonly #pending = new Map<number, Pending>()
    #next = 1
    #isReady: () => void = () => undefined

    constructor(start: NewWorker, resources: Resources) {
        this.#start = start
        this.#resources = resources
        this.ready = new Promise((resolve) => {
            this.#isReady = resolve
        })
        this.#worker = this.#open()
    }

    /** Gives the worker a file of the page's as base64; `giveEnd` follows the last. */
    giveFile(name: string, data: string | Blob): void {
        if (typeof data !== "string") this.#files.set(name, data)
        this.#post({ kind: "file", name, data })
    }

    giveEnd(): void {
        this.#post({ kind: "files-end" })
    }

    /** Profiles of the user's, `<id>.yaml`, in place of those that were given before. */
    giveDesks(desks: readonly FolderFile[]): void {
        this.#desks = desks
        this.#post({ kind: "resources", resources: this.#resources, desks })
    }

    /** Calls the worker. Rejects with {@link Refused}, {@link Cancelled}, or an `Error` for a fault of the program. */
    call<Name extends keyof Work>(
        name: Name,
        args: Parameters<Work[Name]>,
        told: (told: Told) => void = () => undefined,
    ): ReturnType<Work[Name]> {
        const id = this.#next++
        const answer = new Promise<unknown>((resolve, reject) => {
            this.#pending.set(id, { resolve, reject, told })
        })
        this.#post({ kind: "call", id, name, args })
        return answer as ReturnType<Work[Name]>
    }

    /** Stops what is being done: the worker is replaced, and gets its files again. */
    cancel(): void {
        this.#worker.terminate()
        for (const { reject } of this.#pending.values()) reject(new Cancelled("cancelled"))
        this.#pending.clear()
        this.#worker = this.#open()
        for (const [name, data] of this.#files) this.#post({ kind: "file", name, data })
        this.giveEnd()
    }

    #open(): Worker {
        const worker = this.#start()
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data)
        worker.onerror = ({ message }) => {
            for (const { reject } of this.#pending.values()) reject(new Error(message))
            this.#pending.clear()
        }
        worker.postMessage({ kind: "resources", resources: this.#resources, desks: this.#desks } satisfies ToWorker)
        return worker
    }

    #post(message: ToWorker): void {
        this.#worker.postMessage(message)
    }

    #take(message: FromWorker): void {
        if (message.kind === "ready") {
            this.#isReady()
            return
        }
        if (message.kind === "file") {
            this.#files.set(message.name, message.blob)
            return
        }
        const pending = this.#pending.get(message.id)
        if (pending === undefined) return
        if (message.kind === "phase") {
            pending.told({ phase: message.phase })
            return
        }
        if (message.kind === "read") {
            pending.told({ readBytes: message.bytes })
            return
        }
        this.#pending.delete(message.id)
        if (message.kind === "done") pending.resolve(message.value)
        else if (message.kind === "refused") pending.reject(new Refused(message.issues))
        else pending.reject(new Error(message.message))
    }
}
