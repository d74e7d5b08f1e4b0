-- kotext.lua - mpv shows the romanization of Korean subtitles while they are on the screen.
--
-- Install: copy to ~/.config/mpv/scripts/. Key: k turns it on and off.
-- Options (script-opts/kotext.conf, or --script-opts=kotext-scheme=mr):
--   command  the program (default kotext)     scheme  of romanization (default rr)
--   what     romanize or pronounce            place   osd, a line of its own, or below, in the subtitle's place
--   on       yes: at start
local options = { command = "kotext", scheme = "rr", what = "romanize", place = "osd", on = true }
require("mp.options").read_options(options, "kotext")

local overlay = mp.create_osd_overlay("ass-events")
local known, known_count = {}, 0 -- lines shown again cost nothing
local turn = 0                   -- answers that come too late are dropped
local on = options.on

local function escape(text)
    return (text:gsub("\\", "\\\226\129\160"):gsub("{", "\\{"):gsub("\n", "\\N"))
end

local function show(text)
    mp.commandv("script-message", "kotext-shown", text) -- for other scripts
    if text == "" then
        overlay:remove()
    elseif options.place == "below" then
        overlay.data = "{\\an2\\fs28}" .. escape(text)
        overlay:update()
    else
        overlay.data = "{\\an8\\fs28}" .. escape(text)
        overlay:update()
    end
end

local function arguments()
    local list = { options.command, options.what }
    if options.what == "romanize" then
        table.insert(list, "--scheme")
        table.insert(list, options.scheme)
    end
    return list
end

local function remember(text, latin)
    if known_count >= 1000 then known, known_count = {}, 0 end
    known[text], known_count = latin, known_count + 1
end

local function ask(text)
    turn = turn + 1
    local mine = turn
    mp.command_native_async({
        name = "subprocess", args = arguments(), stdin_data = text .. "\n",
        capture_stdout = true, capture_stderr = true, playback_only = false,
    }, function(success, result)
        if not success or result.status ~= 0 then
            mp.msg.error("kotext: " .. (result and (result.error_string ~= "" and result.error_string or result.stderr) or "failed"))
            return
        end
        local latin = result.stdout:gsub("\n+$", "")
        remember(text, latin)
        if mine == turn and on then show(latin) end
    end)
end

-- Hangul syllables are the bytes EA B0 80 to ED 9E A3.
local function has_hangul(text)
    return text:find("[\234-\237][\128-\191][\128-\191]") ~= nil
end

local function changed(_, text)
    if not on or text == nil or text == "" or not has_hangul(text) then
        turn = turn + 1
        show("")
    elseif known[text] then
        turn = turn + 1
        show(known[text])
    else
        ask(text)
    end
end

mp.observe_property("sub-text", "string", changed)
mp.add_key_binding("k", "toggle", function()
    on = not on
    mp.osd_message("kotext " .. (on and "on" or "off"))
    changed(nil, mp.get_property("sub-text"))
end)
