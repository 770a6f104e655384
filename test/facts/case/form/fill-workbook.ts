import { unzipSync, zipSync } from "fflate"
import { expect } from "vitest"
import { cellName } from "../../../../src/typeset/office/sheet.ts"
import { readXlsx } from "../../../../src/typeset/office/xlsx-read.ts"

/** What a person types: on the first sheet by label, on the others rows by the labels of columns. */
export interface Typed {
    readonly answers: Readonly<Record<string, string>>
    readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}

/** Fills in cells of a new workbook, which all have to be there and blank or preset. */
export function fillWorkbook(form: Uint8Array, { answers, rows = {} }: Typed): Uint8Array {
    const parts = unzipSync(form)
    const sheets = readXlsx(form, []).sheets ?? []
    const cells = new Map<number, Map<string, string>>()
    const put = (sheet: number, cell: string, text: string) =>
        (cells.get(sheet) ?? cells.set(sheet, new Map()).get(sheet))?.set(cell, text)
    const find = (sheet: number, label: string) =>
        sheets[sheet]?.rows.flatMap((row) =>
            row.cells.filter(({ text }) => text === label).map(({ column }) => ({ row: row.row, column })),
        )[0]
    for (const [label, text] of Object.entries(answers)) {
        const at = find(0, label)
        expect(at, label).toBeDefined()
        if (at !== undefined) put(0, cellName(3, at.row), text)
    }
    for (const [name, entries] of Object.entries(rows)) {
        const sheet = sheets.findIndex((one) => one.name === name)
        expect(sheet, name).toBeGreaterThan(0)
        for (const [i, entry] of entries.entries())
            for (const [label, text] of Object.entries(entry)) {
                const at = find(sheet, label)
                expect(at, `${name} ${label}`).toBeDefined()
                if (at !== undefined) put(sheet, cellName(at.column, 7 + i), text)
            }
    }
    const files = [...cells].map(([sheet, texts]): [string, Uint8Array] => {
        const path = `xl/worksheets/sheet${String(sheet + 1)}.xml`
        let xml = new TextDecoder().decode(parts[path])
        for (const [cell, text] of texts) {
            const pattern = new RegExp(`<c r="${cell}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`)
            expect(xml, `${path} ${cell}`).toMatch(pattern)
            const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;")
            xml = xml.replace(
                pattern,
                (_, style: string) =>
                    `<c r="${cell}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`,
            )
        }
        return [path, new TextEncoder().encode(xml)]
    })
    return zipSync({ ...parts, ...Object.fromEntries(files) })
}

/** A withdrawal after phishing, with a payment from a bank, as a layman would put it. */
export const PHISHED: Typed = {
    answers: {
        向哪个交易所调取: "okx 欧易（OKX）",
        姓名: "林晓舟",
        手机号码: "13900000000",
        证件号码: "999999199001010024",
        交易所名称: "欧易",
        "账户 UID": "482199300112233",
        "出了什么事 1": "被提币",
        "出了什么事 2": "被骗付款",
        可能的原因: "假网站或假客服",
        何时发现: "2026年11月19日晚上9点半 北京时间",
        第一次操作的时间: "约 2026-11-19 20:50 北京时间",
        第一次操作的内容: "提走 81,200.55 USDT #1 到 TRON 地址",
        第一次操作的出处: "提币记录第 1 行",
        事发时是否开启: "不清楚",
        报案还是控告: "报案人",
        "希望调取 1": "登录记录、设备、IP 和双重验证记录",
        "希望调取 2": "收款账户的注册身份和后续提币记录",
        原件在哪里: "手机在家，账号还登录着，愿意配合提取",
    },
    rows: {
        少了什么: [
            { 币种: "USDT", 数量: "81,200.55", 来源: "提币记录" },
            { 币种: "CNY", 数量: "约30万元", 来源: "银行流水" },
        ],
        转出记录: [
            {
                时间: "约 2026-11-19 20:50 北京时间",
                币种: "USDT",
                数量: "81,200.55",
                从哪里: "欧易账户",
                "到哪里（地址或账户）": "TQ5NxGcUyLkZvPbWmXhRtSaEdFgHjKyU9B",
                网络: "TRC20",
            },
        ],
        收款账户: [
            {
                户名: "张样例",
                银行或支付平台: "样例银行",
                账号: "6200 0000 0000 0000",
                付款币种: "CNY",
                付款金额: "约30万元",
                付款时间: "2026-11-18",
            },
        ],
        线索: [
            {
                类别: "网站",
                名称或平台: "假欧易网站",
                地址或账号: "https://login.okx-check.example/verify?id=0042",
                备注: "短信里的链接",
            },
            { 类别: "社交账号", 名称或平台: "微信", 地址或账号: "客服小王 007" },
        ],
    },
}

/** Six facts and the words that stand for not knowing the rest. */
export const SIX_FACTS: Typed = {
    answers: {
        姓名: "林晓舟",
        手机号码: "13900000000",
        交易所名称: "币安",
        注册邮箱: "lin@mail.example",
        "出了什么事 1": "被提币",
        何时发现: "2026-11-19",
        第一次操作的时间: "不清楚",
        第一次操作的内容: "币不见了",
        第一次操作的出处: "应用里的余额页面",
        报案还是控告: "报案人",
        "希望调取 1": "提币和划转的时间、数量、去向和发起方式",
        原件在哪里: "手机在我这里",
    },
    rows: { 少了什么: [{ 币种: "USDT", 数量: "不清楚" }] },
}
