"""A column of Korean names gets columns of Latin spellings and stems (Debian: python3-pandas)."""
import kotext
import pandas


def with_latin(frame, column):
    return frame.assign(latin=frame[column].map(lambda name: kotext.spell(name, nbest=1)[0].text),
                        rr=frame[column].map(lambda name: str(kotext.romanize(name, kind="person"))))


if __name__ == "__main__":
    print(with_latin(pandas.DataFrame({"name": ["조명균", "문재인", "김연아"]}), "name").to_csv(index=False), end="")
