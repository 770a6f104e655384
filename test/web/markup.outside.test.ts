import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { sampleOut } from "../cli/made.ts"
import { htmlFaults, validator } from "../standards/validators.ts"
import { tool } from "../tool.ts"
import { go, hasBrowser, openPage, pageFile, resting } from "./browser.ts"

/**
 * The page and the sheet for a portal, held against HTML by the Nu checker: the files, and each screen as it stands once
 * its script has drawn it.
 */

/** A choice of whole folders is in no standard, and every browser has it. */
const KNOWN = /^\d+\.html: Attribute “webkitdirectory” not allowed/

describe.skipIf(!validator("vnu") || !tool("java") || !hasBrowser())("markup", () => {
    let screens: readonly (readonly [place: string, html: string])[] = []
    const judged: string[] = []
    const sheet = readFileSync(
        join(sampleOut(), "LX-2023-0321-prepared/门户填报信息单（本机使用，不发送）.html"),
        "utf8",
    )
    // What the page carries as data is base64, and long.
    const file = readFileSync(pageFile(), "utf8").replaceAll(/(data-file="[^"]+">)[^<]+/g, "$1")

    beforeAll(async () => {
        screens = await drawn()
        judged.push(...htmlFaults([file, sheet, ...screens.map(([, html]) => html), damaged(sheet)]))
    })

    const ofFile = (i: number): string[] =>
        judged.filter((fault) => fault.startsWith(`${String(i)}.html: `) && !KNOWN.test(fault))

    test("of the page as a file holds", () => {
        expect(file.length).toBeGreaterThan(2_000_000)
        expect(ofFile(0)).toEqual([])
    })

    test("of the sheet for a portal holds", () => {
        expect(ofFile(1)).toEqual([])
    })

    test("of every screen holds", () => {
        expect(screens.length).toBeGreaterThan(30)
        expect(screens.flatMap(([place], i) => ofFile(2 + i).map((fault) => `${place} ${fault}`))).toEqual([])
    })

    test("is found wrong where it is", () => {
        expect(ofFile(2 + screens.length).join("\n")).toContain("Element “p” not allowed as child of element “ul”")
    })
})

const damaged = (html: string): string => html.replace("<h2>", "<ul><p>x</p></ul><h2>")

/** The three doors, and each screen of a new case. */
async function drawn(): Promise<(readonly [place: string, html: string])[]> {
    const { page, errors, close } = await openPage()
    try {
        const found: (readonly [string, string])[] = []
        const keep = async (place: string): Promise<void> => {
            await resting(page)
            found.push([place, await markup(page)])
        }
        for (const place of ["/", "/officer", "/verify", "/victim"]) {
            await go(page, place)
            await keep(place)
        }
        await page.click(".sheet button.btn.q")
        await page.waitForSelector(".tasks")
        await keep("/victim/tasks")
        const links = await page
            .locator("main a[href^='#/victim/']")
            .evaluateAll((all) => all.map((link) => link.getAttribute("href")?.slice(1) ?? ""))
        for (const place of new Set(links)) {
            await go(page, place)
            await keep(place)
        }
        expect(errors).toEqual([])
        return found
    } finally {
        await close()
    }
}

/** The document as it stands, without scripts, style and the policy that names them. */
const markup = (page: Page): Promise<string> =>
    page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as HTMLElement
        for (const part of copy.querySelectorAll("script, style, meta[http-equiv]")) part.remove()
        return `<!doctype html>${copy.outerHTML}`
    })
