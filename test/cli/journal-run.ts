import { cpSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { builtOut } from "./made.ts"
import { lerpack, type Ran, scratch } from "./run.ts"

/** Journals at the command line, beside a draft and with a configuration of their own that {@link begin} makes anew. */

export const NAME = "LX-2023-0321-journal.jsonl"
export const DRAFT = "DRAFT-LX-2023-0321.zip"

export let out = ""
export let config = ""

export function begin(): void {
    out = scratch()
    config = scratch()
    cpSync(join(builtOut(), DRAFT), join(out, DRAFT))
}

export const run = (...args: string[]): Ran => lerpack(["journal", ...args], { env: { XDG_CONFIG_HOME: config } })
export const add = (...args: string[]): Ran => run("add", out, ...args)
export const file = (): string => join(out, NAME)
export const text = (): string => readFileSync(file(), "utf8")
