import { describe, expect, test } from "vitest"
import { findSuspect } from "../../../src/base/text/suspects.ts"
import { readCase } from "../../../src/facts/case/load.ts"
import { file, SMALL_CASE } from "../../check.ts"

// All are invented, and no check sum holds.
describe("forms of secrets that people paste", () => {
    test.each([
        ["助记词：中 图 除 城 附 险 禁 欲 灌 享 劝 甜", "words"],
        ["助记词：中图除城附险禁欲灌享劝甜", "words"],
        ["1中 2图 3除 4城 5附 6险 7禁 8欲 9灌 10享 11劝 12甜", "words"],
        [
            "あおぞら　いっぽう　うわき　おやつ　ぎじにってい　くらべる　こうかん　こんわく　してき　すばらしい　そうなん　たすける",
            "words",
        ],
        ["accident bounce cheap divide flight impose lazy memory physical rude sting upon", "words"],
        ["accident bounce cheap divide flight impose lazzy memory physical rude sting upon vague", "words"],
        ["私钥 5JUZNQfbudN2dkjJ4tPdGxL9N9t9HZuYgddkrCBHY7yNS4X3Qq2", "wallet-key"],
        ["L12WrMijpEjrGH5MnYCMPipS3gm2rySyxsXYTPPRpwxxV5YyJrLt", "wallet-key"],
        ["欧易 apikey 00000000-1111-4222-8333-444444444444 secret 0123456789ABCDEF0123456789ABCDEF", "key-pair"],
        ["Aa0Bb1Cc2Dd3Ee4Ff5Gg6Hh7Ii8Jj9Kk Aa0Bb1Cc2Dd3Ee4Ff5Gg6Hh7Ii8Jj9Kk", "key-pair"],
        ["抹茶 mx0vglAb1Cd2Ef3Gh4 0123456789abcdef0123456789abcdef", "key-pair"],
        [`私钥 ${"0123456789abcdef".repeat(4)}`, "password"],
        ["登录密码是 Sample12345!", "password"],
        ["password=Sample12345!", "password"],
        ["账号密码 trader01 Sample12345", "password"],
        ["密码。Sample12345", "password"],
        ["密码改成了Sample12345", "password"],
        ["密钥如下：Sample-12345", "password"],
        ["密码和子账户trader01/Sample12345!", "password"],
        ["密钥建在子账户trader01，密码是Sample12345", "password"],
    ])("%s: %s", (text, rule) => {
        expect(findSuspect(text)).toBe(rule)
    })
    test.each([
        "接口密钥被他人使用，密码没有改过",
        "2023-03-21 01:49 发现密钥已删除",
        "交易哈希 3f5e0c5b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f",
        "订单 20178588789849104384，客户端订单号 f34qY6Nb3wWD25RQ4F5ZR3",
        "转到 TXYZexampleexampleexampleexample12，网络 TRC20",
        "The support agent said that they would look into the matter and then nobody answered again",
        "当天中午在家，图书馆、城里、附近都没有去过，险些忘了",
        "工单 00000000-1111-4222-8333-444444444444",
        "密钥建在子账户trader01",
        "密钥建在子账户“trader01”，只开了交易",
        "密钥的备注为tidegrid-2022",
        "密钥授权给TideGrid2022",
        "密码在2023-03-21改过",
        "密钥被盗后转走40856.89USDT",
        "密钥绑定203.0.113.7",
        "密码没改过。转到TXYZexampleexampleexampleexample12",
        "密码重置的页面https://reset.example/a/1",
        "密码发到邮箱lin.xiaozhou@mail.example",
        "密钥所下订单20178588789849104384",
    ])("%s: none", (text) => {
        expect(findSuspect(text)).toBeUndefined()
    })
})

test("it is asked about with its field, never echoed, and can be answered for", () => {
    const secret = "登录密码是 Sample12345!"
    const { issues, loaded } = readCase("case.yaml", file(SMALL_CASE.replace("手机在家", secret)))
    expect(loaded).toBeDefined()
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning input.secret.suspected"])
    expect(JSON.stringify(issues)).not.toContain("Sample12345")
    const answered = SMALL_CASE.replace("wanted: [登录记录]", `wanted: [{text: "${secret}", notASecret: true}]`)
    expect(readCase("case.yaml", file(answered)).issues).toEqual([])
})
