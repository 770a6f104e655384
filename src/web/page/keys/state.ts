import { signal } from "@preact/signals"
import type { KeyFile } from "../../given.ts"

/** The key that signs, as long as the page is open; none by default. */

export interface OpenKey {
    readonly file: KeyFile
    readonly fingerprint: string
}

export const signingKey = signal<OpenKey | undefined>(undefined)
/** Whether packets are signed with it. */
export const usesKey = signal(false)
