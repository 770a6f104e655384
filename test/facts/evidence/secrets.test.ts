import { gzipSync, zipSync, zlibSync } from "fflate"
import { PDFDocument, StandardFonts } from "pdf-lib"
import { expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource } from "../../../src/base/source.ts"
import { holdsSecret } from "../../../src/base/text/secrets-in-files.ts"
import { dangerOf } from "../../../src/facts/evidence/danger.ts"
import { HEAD_BYTES, sniffType } from "../../../src/facts/evidence/file-type.ts"
import { readZipDirectory } from "../../../src/facts/evidence/zip-directory.ts"

/** Secrets that lie in the files of the evidence, in whatever they are packed. All of them are invented. */

const ENGLISH = "legal winner thank year wave sausage worth useful legal winner thank yellow"
const CHINESE = "枪 疫 霉 尝 俩 闹 饿 贤 枪 疫 霉 卿"
const API = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"

async function dangerIn(name: string, bytes: Uint8Array): Promise<string | undefined> {
    const source = memorySource(bytes)
    const members = (await readZipDirectory(source))?.map((member) => member.name)
    return dangerOf(source, name, sniffType(bytes.subarray(0, HEAD_BYTES), name, members).mediaType)
}
const zip = (parts: Record<string, string | Uint8Array>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, typeof v === "string" ? utf8(v) : v])))
const docx = (text: string) =>
    zip({
        "[Content_Types].xml": "",
        "word/document.xml": `<w:document><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:document>`,
    })
const base64 = (text: string) =>
    btoa(String.fromCharCode(...utf8(text)))
        .match(/.{1,76}/g)
        ?.join("\r\n") ?? ""
const mail = (type: string, body: string, more = "") =>
    utf8(
        `From: a@a.invalid\r\nTo: b@b.invalid\r\nDate: Tue, 21 Mar 2023 01:49:08 +0800\r\nMessage-ID: <1@a.invalid>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="bb"\r\n\r\n--bb\r\nContent-Type: ${type}; charset=utf-8${more}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(body)}\r\n--bb--\r\n`,
    )

test.each([
    ["an English phrase", `我的助记词是：${ENGLISH}，请保密`],
    [
        "a numbered phrase",
        ENGLISH.split(" ")
            .map((word, i) => `${String(i + 1)}. ${word}`)
            .join("\n"),
    ],
    ["a Chinese phrase", `请记好\n${CHINESE}\n不要告诉别人`],
    ["a Chinese phrase without blanks", `助记词：${CHINESE.replaceAll(" ", "")}`],
    ["a key for import", "L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENZ"],
    ["an older key for import", "key: 5KJvsngHeMpm884wtkJNzQGaCErckhHJBGFsvd3VyK5qMZXj3hS"],
    [
        "an extended key",
        "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
    ],
    ["a named hex key", `私钥：0x${"4c0883a6".repeat(8)}`],
    ["a hex key in the next line", `Private Key\n0x${"4c0883a6".repeat(8)}`],
    ["a hex key in the next cell", `private_key,${"4c0883a6".repeat(8)}`],
    ["a hex key in the next line of Chinese", `私钥\r\n${"4c0883a6".repeat(8)}`],
    ["a secret in the next line", "API Secret\n6EAB9C7A4B2D1E3F5A7C9B8D6E4F2A1C"],
    ["a password that was changed to", "已重置密码：Abc12345，我改了登录密码为 Abc12345"],
    ["an API key", `API Key\n${API}`],
    ["an API key and its secret", `${API}\n${API.replace("v", "w")}\n`],
    ["an API key in a table", `名称,值\nkey,${API}\n`],
    ["a block of a key", "-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----"],
    ["a password", "登录密码：Abc12345!，不要告诉别人"],
    ["a password in traditional characters", "密碼：Abc12345!"],
    ["a password in full width", "密码：Ａｂｃ１２３４５"],
    ["a setting", 'api_secret = "9f8e7d6c5b4a"'],
    ["a setting of a program's surroundings", "BINANCE_SECRET=9f8e7d6c5b4a9f8e7d6c5b4a"],
    ["a setting in JSON", '{"password": "hunter2hunter2"}'],
])("%s in the text of a file is seen", (_, text) => {
    expect(holdsSecret(text)).toBe(true)
})

test.each([
    ["a transaction", `交易哈希 ${"4c0883a6".repeat(8)}`],
    ["a link with a token", `重置密码 https://a.invalid/reset?password=${API}&x=1`],
    ["a certificate", `-----BEGIN CERTIFICATE-----\n${`${API}\n`.repeat(12)}-----END CERTIFICATE-----`],
    ["a signature", `-----BEGIN PGP SIGNATURE-----\n${API}\n/x+=\n-----END PGP SIGNATURE-----\n`],
    ["a name of a file", '密钥文件（id_ed25519），密码文件（a1.txt）, ("密钥文件（id_ed25519）", "x")'],
    ["a name of a secret", "arn:aws:secretsmanager:us-west-2:1:secret:Name-a1b2c3"],
    ["a picture in a page", `url(data:image/png;base64,${`${API}/`.repeat(50)})`],
    ["a column of a table", "SELL,1\nMARKET,2\n".repeat(40)],
    [
        "fields of a protocol",
        "left top width height card track left track top track width track height card border left border top border right border bottom",
    ],
    ["trades", "买,0.5,100\n卖,0.5,100\n".repeat(40)],
    [
        "deeds with a password in a list of log-ins",
        "时间,操作,设备\n2023-03-21,修改密码,iPhone14Pro\n2023-03-21,修改登录密码,Pixel7a-2023\n重置资金密码 Windows10\n账号密码,Chrome111.0.0.0\n修改密码,user123@mail.invalid\n",
    ],
    [
        "what happened to a key",
        `私钥泄露，0x${"4c0883a6".repeat(5)} 的币被转走；助记词被盗，0x${"4c0883a6".repeat(5)}；密码被改，UID123456789；私钥被盗 ${"4c0883a6".repeat(8)}`,
    ],
    ["an address below a key", `泄露私钥\n0x${"4c0883a6".repeat(5)}`],
    ["where a password stands", "密码：见附件2023A001，文件密码见短信 ABC20230321.zip，密码：IMG_20230321.png"],
    ["what is masked", "Secret Key: a1b2******\n密码：a1b2******"],
    [
        "source code",
        "const password = document.getElementById('pwd1')\nsecret = process.env.API_SECRET_1\npassword = getpass2(prompt)\npassword: {{DB_PASSWORD1}}\n",
    ],
    ["short answers", "好\n是\n不\n在\n好\n是\n不\n在\n好\n是\n不\n在\n"],
    ["how a password has to be", "密码（8-20位字符，含字母和数字）"],
    ["when a password was changed", "Your password was changed at 2023-03-21T01:49:08Z. 密码修改于2023-03-21T01:49"],
    ["a name of a field", '{"password_reset_v2":"https://a.invalid/x1","secretKeyId9":"1"}'],
    [
        "a key that is public",
        "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
    ],
    ["an address that looks like a key", "L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENA"],
])("%s is none", (_, text) => {
    expect(holdsSecret(text)).toBe(false)
})

test("it is seen wherever the text is packed, and told after what runs", async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawText(`My words: ${ENGLISH}`, { font: await pdf.embedFont(StandardFonts.Helvetica), size: 9 })
    const files: readonly (readonly [string, Uint8Array, string])[] = [
        ["a.txt", utf8(ENGLISH), "secret"],
        ["a.csv", utf8(`key\n${API}\n`), "secret"],
        ["a.html", utf8(`<html><p>${CHINESE}</p></html>`), "secret"],
        ["a.html", utf8(`<html><script>x</script><p>${CHINESE}</p></html>`), "active"],
        ["a.docx", docx(ENGLISH), "secret"],
        ["a.pdf", await pdf.save(), "secret"],
        ["a.eml", mail("text/plain", ENGLISH), "secret"],
        ["a.eml", mail("text/html", `<p>密码：Abc12345!</p><img src="https://a.invalid/x.png">`), "secret"],
        ["a.eml", mail("text/plain", ENGLISH, '; name="words.txt"'), "secret"],
        ["a.zip", zip({ "聊天.txt": ENGLISH }), "secret"],
        ["a.zip", zip({ "x/wallet.dat": "x" }), "private-key"],
        ["a.zip", zip({ "y.zip": zip({ "z.eml": mail("text/plain", ENGLISH) }) }), "secret"],
    ]
    for (const [name, bytes, danger] of files) expect([name, await dangerIn(name, bytes)]).toEqual([name, danger])
    // Neither are they of a saved one, whose parts come as those of a mail.
    const saved = (body: string) =>
        utf8(
            `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.invalid/\r\nSubject: x\r\nDate: Tue, 21 Mar 2023 01:49:08 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="bb"\r\n\r\n--bb\r\nContent-Type: text/html\r\n\r\n${body}\r\n--bb--\r\n`,
        )
    expect(await dangerIn("a.mhtml", saved(`<html><a title="${API}">words</a></html>`))).toBeUndefined()
    expect(await dangerIn("a.mhtml", saved(`<html><p>密码：Abc12345!</p></html>`))).toBe("secret")
    // Scripts of a page are no words of it.
    const page = `<html><style>a{}</style><p>words</p><script src="x"></script></html>`
    expect(await dangerIn("a.eml", mail("text/html", page))).toBeUndefined()
})

test("long runs of blanks and marks take no time", () => {
    const started = performance.now()
    for (const one of [
        " ",
        "<script",
        "密码 ",
        "一 ",
        "password: ",
        "PK\u0003\u0004",
        "MZ",
        "secret is ",
        "5",
        "K",
        "A_",
        "私钥 ",
        "改",
        "private_key ",
        "<",
        "https://",
    ])
        holdsSecret(one.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(5000)
})

test("what cannot be unpacked counts as what it says that it holds", async () => {
    const damaged = gzipSync(new Uint8Array(20_000_000))
    damaged[damaged.length - 8] = (damaged[damaged.length - 8] ?? 0) ^ 1
    const started = performance.now()
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${String(i)}.gz`, damaged]))
    expect(await dangerIn("a.zip", zip(many))).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(10_000)
})

test("many documents in a ZIP are unpacked no further than one large one", async () => {
    const packed = zlibSync(new Uint8Array(8 << 20))
    const object = concat([utf8("1 0 obj<</Type/ObjStm>>stream\n"), packed, utf8("\nendstream endobj\n")])
    const pdf = concat([utf8("%PDF-1.5\n"), ...Array.from({ length: 8 }, () => object)])
    const letter = zip({ "[Content_Types].xml": "", "word/document.xml": `<w:p>${"<w:t/>".repeat(1_000_000)}</w:p>` })
    for (const [ending, one] of [
        ["pdf", pdf],
        ["docx", letter],
    ] as const) {
        const started = performance.now()
        const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${String(i)}.${ending}`, one]))
        expect(await dangerIn("a.zip", zip({ "a.txt": ENGLISH, ...many }))).toBe("secret")
        expect(performance.now() - started).toBeLessThan(20_000)
    }
}, 60_000)
