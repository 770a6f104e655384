import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { sha256Hex } from "../../src/base/digest.ts"
import { putDraft } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { give, hasBrowser, openPage } from "./browser.ts"

// What stands on paper is typed into the third door: a check code, or the SHA-256 of the packet or of one file.

describe.skipIf(!hasBrowser())("a SHA-256 on paper", { timeout: 300_000 }, () => {
    test("is compared with the packet and with its files, and a file alone with it; as the command line does", async () => {
        const folder = scratch()
        const name = putDraft(folder)
        const draft = join(folder, name)
        const sha256 = sha256Hex(new Uint8Array(readFileSync(draft)))
        const paper = join(folder, "公告.pdf")
        writeFileSync(paper, "%PDF-1.7 公告")
        const { page, errors, close } = await openPage({ place: "/verify", width: 360 })
        const judged = async (file: string, given: string): Promise<string> => {
            if ((await page.getByRole("button", { name: "核对另一个" }).count()) > 0)
                await page.getByRole("button", { name: "核对另一个" }).click()
            await give(page, "packet", file)
            await page.fill("#code", given)
            await page.getByRole("button", { name: "核对", exact: true }).click()
            await page.locator(".verdict").waitFor()
            return page.locator(".sheet").innerText()
        }
        const command = (file: string, given: string) => lerpack(["verify", file, "--code", given], { cwd: folder })
        try {
            const own = await judged(draft, sha256.toUpperCase())
            expect(own).toContain("这就是您输入的 SHA-256 所指的那一份")
            expect(command(name, sha256)).toMatchObject({ status: 0 })
            expect(command(name, sha256).stderr).toContain("所给的 SHA-256 与整个 ZIP 的一致")

            const row = page.locator("tr", { hasText: "evidence/E001" }).locator(".hash")
            const ofFile = await judged(draft, (await row.textContent()) ?? "")
            expect(ofFile).toContain("evidence/E001")
            expect(ofFile).toContain("整个包没有与纸质单比对")

            const other = await judged(draft, "0".repeat(64))
            expect(other).toContain("核对码或者 SHA-256 不一致")
            expect(other).toContain(sha256)
            expect(command(name, "0".repeat(64))).toMatchObject({ status: 1 })

            const alone = sha256Hex(new Uint8Array(readFileSync(paper)))
            expect(await judged(paper, alone)).toContain("文件的 SHA-256 与填写的一致")
            expect(await judged(paper, sha256)).toContain("文件的 SHA-256 与填写的不一致")
            expect(command("公告.pdf", alone).stderr).toContain("所给的 SHA-256 与这个文件的一致")
            expect(errors).toEqual([])
        } finally {
            await close()
        }
    })
})
