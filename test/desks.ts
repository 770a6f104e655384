import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Case } from "../src/facts/case/schema.ts"
import { parseRecipient, readRecipient } from "../src/facts/recipients/recipient.ts"
import type { AbsentDesk, Recipient } from "../src/facts/recipients/recipient-schema.ts"
import { ROOT, sampleText } from "./check.ts"

/**
 * Desks for tests. What a desk is told and sent is tested on invented ones; the desks that ship change whenever somebody
 * asks them, so tests of these hold them to rules alone, over whatever files there are.
 */

/** Folder of the invented desks, as `--recipients` and `nodeHost({ recipients })` take it. */
export const DESKS = join(import.meta.dirname, "fixtures", "recipients")

export function deskText(id: string): string {
    return readFileSync(join(DESKS, `${id}.yaml`), "utf8")
}

/** An invented desk; the one that has every route and asks for most, unless another is named. */
export function desk(id = "all-routes"): Recipient {
    return readRecipient(id, deskText(id))
}

const idsIn = (folder: string): readonly string[] =>
    readdirSync(folder)
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => name.replace(".yaml", ""))
        .sort()

const isAsked = (text: string): boolean => !/^found:/m.test(text)
/** Ids of all invented desks and of those that can be asked; the same of those that ship; in order. */
export const INVENTED_ENTRIES = idsIn(DESKS)
export const INVENTED = INVENTED_ENTRIES.filter((id) => isAsked(deskText(id)))
export const ENTRIES = idsIn(join(ROOT, "assets", "recipients"))
export const SHIPPED = ENTRIES.filter((id) => isAsked(sampleText("recipients", `${id}.yaml`)))
/** Those that ship without a channel. */
export const ABSENT = ENTRIES.filter((id) => !SHIPPED.includes(id))

export function shipped(id: string): Recipient {
    return readRecipient(id, sampleText("recipients", `${id}.yaml`))
}

/** A desk that ships without a channel. */
export function absent(id: string): AbsentDesk {
    const { absent: desk } = parseRecipient(id, sampleText("recipients", `${id}.yaml`))
    if (desk === undefined) throw new Error(`${id} has a channel`)
    return desk
}

/** The desk that the shipped sample goes to. */
export function sampleDesk(): Recipient {
    return shipped(/^recipient: (.+)$/m.exec(sampleText("sample-case", "case.yaml"))?.[1] ?? "")
}

/** The sample's case as if its account were with an invented desk. */
export function deskCase(id = "all-routes"): string {
    const { recipient, absent: closed } = parseRecipient(id, deskText(id))
    const { name } = recipient ?? closed ?? desk(id)
    const own = sampleDesk().name
    return sampleText("sample-case", "case.yaml")
        .replace(/^recipient: .*/m, `recipient: ${id}`)
        .replace(/^ {2}exchange: .*/m, `  exchange: ${name.en}`)
        .replaceAll(own.zh.split("（")[0] ?? "", name.zh.split("（")[0] ?? "")
}

/** The same where the case has been read. */
export function atDesk(facts: Case, id = "all-routes"): Case {
    return { ...facts, recipient: id, account: { ...facts.account, exchange: desk(id).name.en } }
}

/** The same in a copy of the sample's folder. */
export function redirect(folder: string, id = "all-routes"): void {
    writeFileSync(join(folder, "case.yaml"), deskCase(id))
}

/** Names under which a desk is known, for a search of texts that must not speak of it. */
export function namesOf({ id, name, ...desk }: Recipient | AbsentDesk): readonly string[] {
    const receivers = "identityReceivers" in desk ? desk.identityReceivers.en.split(" and ") : []
    return [id, name.en, ...name.zh.split(/[（）]/), ...(name.others ?? []), ...receivers].filter((one) => one !== "")
}
