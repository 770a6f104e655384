import { createHash } from "node:crypto"
import { Parser } from "htmlparser2"
import { describe, expect, test } from "vitest"
import { writeCopyPage } from "../../../src/typeset/mail/copy-page.ts"
import { HOSTILE, page } from "./hostile-page.ts"

const html = (text: string): string => new TextDecoder().decode(writeCopyPage(page(text)))

/** Elements by name with their attributes, and the text of a parsed page. */
function parsed(source: string): { elements: Record<string, number>; attributes: Set<string>; values: string[] } {
    const elements: Record<string, number> = {}
    const attributes = new Set<string>()
    const values: string[] = []
    let inValue = false
    const parser = new Parser({
        onopentag(name, given) {
            elements[name] = (elements[name] ?? 0) + 1
            for (const key of Object.keys(given)) attributes.add(key)
            inValue = name === "code"
            if (inValue) values.push("")
        },
        ontext(text) {
            if (inValue) values.push((values.pop() ?? "") + text)
        },
        onclosetag(name) {
            if (name === "code") inValue = false
        },
    })
    parser.write(source)
    parser.end()
    return { elements, attributes, values }
}

describe("a page to copy from", () => {
    test("takes hostile values as text: the same elements and attributes as with plain ones", () => {
        const plain = parsed(html("plain"))
        const hostile = parsed(html(HOSTILE))
        expect(hostile.elements).toEqual(plain.elements)
        expect(hostile.attributes).toEqual(plain.attributes)
        expect(hostile.values).toEqual([`${HOSTILE}\nsecond line`])
        expect(hostile.elements).not.toHaveProperty("a")
        expect(hostile.elements).not.toHaveProperty("img")
        expect(hostile.elements.script).toBe(1)
    })

    test("allows nothing but its own style and script, which it names by their hashes", () => {
        const source = html("plain")
        const hashOf = (tag: string): string => {
            const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(source)?.[1] ?? ""
            return `'sha256-${createHash("sha256").update(inside).digest("base64")}'`
        }
        expect(source).toContain(
            `content="default-src 'none'; style-src ${hashOf("style")}; script-src ${hashOf("script")}; base-uri 'none'; form-action 'none'"`,
        )
        expect(source).not.toMatch(/(?:src|href|action)=|url\(|@import|fetch\(|XMLHttp|https?:/)
    })

    test("has the same bytes again", () => {
        expect(html("plain")).toBe(html("plain"))
    })
})
