"""Sets Typst sheets as PDF, a batch in one process.

Reads JSON lines on standard input. The first says how:
  {"fonts": "/folder/with/fonts"}
each further line is one sheet:
  {"output": "/path/sheet.pdf", "source": "…", "format": "pdf", "standards": ["ua-1"], "timestamp": 0}
A sheet of one page may be a picture, "format": "png", a pixel a point.
Writes a JSON line for each sheet in the same order on standard output:
  {"output": "/path/sheet.pdf", "ok": true, "changed": true, "pages": 2, "warnings": []}
  {"output": "/path/sheet.pdf", "ok": false, "error": "…"}
A picture that cannot be read is left out, and its words stand for it.
A sheet can read no file: its root is an empty folder, packages included. Equal sources give equal bytes. A PDF appears under its name
only when it is whole, and is left alone when its bytes are the same. Exit status 0 when every sheet was set, 1 when one was not, 69 without
the typst module, 65 for input that is not as above.
"""

import json
import os
import re
import sys
import tempfile


# The prelude's own line, before all that a course says.
WITH_PICTURES, WITHOUT_PICTURES = b"#let shows-pictures = true", b"#let shows-pictures = false"


def say(message):
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def place(path, data):
    """Puts data at path in one step; False when it is there already."""
    try:
        with open(path, "rb") as file:
            if file.read() == data:
                return False
    except OSError:
        pass
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".tamra-", suffix=".pdf", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return True


def main():
    try:
        import typst
    except ImportError:
        print("the typst module is missing", file=sys.stderr)
        return 69
    lines = (line for line in sys.stdin.buffer if line.strip())
    status = 0
    with tempfile.TemporaryDirectory(prefix="tamra-typst-") as empty:
        try:
            fonts = json.loads(next(lines))["fonts"]
            compiler = typst.Compiler(
                root=empty, font_paths=[fonts], ignore_system_fonts=True, package_path=empty, package_cache_path=empty)
        except (StopIteration, ValueError, KeyError, TypeError) as error:
            print(f"bad input: {error!r}", file=sys.stderr)
            return 65
        for line in lines:
            try:
                sheet = json.loads(line)
                output, source = sheet["output"], sheet["source"].encode()
            except (ValueError, KeyError, TypeError, AttributeError, UnicodeError) as error:
                print(f"bad input: {error!r}", file=sys.stderr)
                return 65
            def compiled(source):
                return compiler.compile_with_warnings(
                    input=source, format=sheet.get("format", "pdf"), ppi=72, pdf_standards=sheet.get("standards", []),
                    timestamp=sheet.get("timestamp", 0))

            try:
                try:
                    made, warnings = compiled(source)
                except typst.TypstError as error:
                    if "image" not in error.message and "SVG" not in error.message:
                        raise
                    made, warnings = compiled(source.replace(WITH_PICTURES, WITHOUT_PICTURES, 1))
                if not isinstance(made, bytes):
                    raise OSError("a picture has one page")
                changed = place(output, made)
                say({"output": output, "ok": True, "changed": changed, "pages": len(re.findall(rb"/Type\s*/Page\b", made)),
                     "warnings": [warning.message for warning in warnings]})
            except typst.TypstError as error:
                status = 1
                say({"output": output, "ok": False, "error": "; ".join([error.message, *error.hints])})
            except OSError as error:
                status = 1
                say({"output": output, "ok": False, "error": str(error)})
    return status


if __name__ == "__main__":
    sys.exit(main())
