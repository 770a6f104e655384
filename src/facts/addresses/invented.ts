import { findAddresses } from "./addresses.ts"
import { INVENTED, type Invented } from "./invented.data.ts"

/** Addresses that public lists give for a desk and that no official page has, wherever they turn up in a text. */

/** One of the list in a text, as the parameters of its finding. */
export interface InventedFound {
    readonly found: string
    readonly kind: Invented["kind"]
    readonly desk: string
    readonly deskEn: string
    readonly seen: string
    readonly seenEn: string
    readonly on: string
    readonly grade: string
}

/** Those that a text names, each once, in the order of the list; a mailbox also below its domain, a page with all below it. */
export function inventedIn(text: string): readonly InventedFound[] {
    if (!text.includes(".") && !text.includes("．")) return []
    const mailboxes = findAddresses(text).filter(({ local }) => local !== undefined)
    const plain = text.normalize("NFKC").toLowerCase()
    return INVENTED.filter(({ address }) => {
        const [local, domain] = address.split("@")
        if (domain === undefined) return namesPage(plain, address)
        return mailboxes.some((one) => one.local === local && (one.host === domain || one.host.endsWith(`.${domain}`)))
    }).map(({ address, kind, desk, seen, on, grade }) => ({
        ...{ found: address, kind, desk: desk.zh, deskEn: desk.en, seen: seen.zh, seenEn: seen.en, on, grade },
    }))
}

/** The page itself or one below it, on its host or a host below: not `…/lea` in `…/learn`. */
function namesPage(text: string, page: string): boolean {
    for (let i = text.indexOf(page); i !== -1; i = text.indexOf(page, i + 1)) {
        const before = text[i - 1] ?? ""
        const after = text[i + page.length] ?? ""
        if (!/[a-z0-9-]/.test(before) && !/[a-z0-9_-]/.test(after)) return true
    }
    return false
}

/** Those of the list that are said to belong to a desk of that name. */
export function inventedOf({ zh, en }: { readonly zh: string; readonly en: string }): readonly Invented[] {
    return INVENTED.filter(({ desk }) => desk.en === en || desk.zh === zh)
}
