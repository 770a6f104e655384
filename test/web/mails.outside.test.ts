import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { sampleText } from "../check.ts"
import { putDraft } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { give, hasBrowser, openPage, take, violations } from "./browser.ts"

const REF = "LX-2023-0321"

describe.skipIf(!hasBrowser())("mails and directory in the page", { timeout: 600_000 }, () => {
    test("mails are those of the command line, byte by byte", async () => {
        const folder = scratch()
        putDraft(folder)
        const out = join(folder, "out")
        const form = join(folder, "officer.yaml")
        writeFileSync(form, `ref: ${REF}\n${sampleText("sample-officer", "officer.yaml")}`)
        const sent = ["--type", "disclosure", "--recipient", "binance-cn", "--route", "portal", "--by", "张民警"]
        expect(lerpack(["journal", "add", out, "sent", ...sent]).status).toBe(0)
        const opened = await openPage({ place: "/officer" })
        const { page } = opened
        const at = (place: string) =>
            page.evaluate((hash) => {
                location.hash = hash
            }, place)
        try {
            await give(page, "earlier", form)
            await page.getByRole("heading", { name: "已经收到" }).waitFor({ timeout: 120_000 })
            await at("/officer/journal")
            await give(page, "journal", join(out, `${REF}-journal.jsonl`))
            await page.getByText("渠道：门户").waitFor({ timeout: 120_000 })
            await at("/officer/mails")
            for (const [button, args] of [
                ["按民警信息表写成草稿", ["question"]],
                ["询问是否收到", ["follow-up", "receipt", "--journal", out]],
            ] as const) {
                await page.getByRole("button", { name: button }).click()
                const kind = args[1] ?? "inquiry"
                await page.locator(".outputs").getByText(`${REF}-${kind}.eml`).waitFor({ timeout: 120_000 })
                const got = scratch()
                await take(page, () => page.getByRole("button", { name: "下载为一个 ZIP" }).click(), got, true)
                const made = scratch()
                const ran = lerpack(["mail", ...args, "--officer", form, "-o", made])
                expect(ran.status, ran.stderr).toBe(0)
                const files = (root: string) =>
                    readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: false })
                        .filter((name) => /\.(?:eml|txt)$/.test(name))
                        .sort()
                expect(files(got)).toEqual(files(made))
                for (const name of files(made))
                    expect(readFileSync(join(got, name))).toEqual(readFileSync(join(made, name)))
            }
            expect(await violations(page)).toEqual([])
            expect([opened.requests, opened.errors]).toEqual([[], []])
        } finally {
            await opened.close()
        }
    })

    test("each door has its own entries of the directory", async () => {
        for (const [door, has] of [
            ["victim", true],
            ["officer", false],
        ] as const) {
            const opened = await openPage({ place: `/${door}/directory` })
            try {
                await opened.page.locator("h2").first().waitFor({ timeout: 120_000 })
                expect((await opened.page.innerText("body")).includes("12389"), door).toBe(has)
                expect(await violations(opened.page)).toEqual([])
            } finally {
                await opened.close()
            }
        }
    })
})
