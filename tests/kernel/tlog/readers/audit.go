// Audits a log with Go's golang.org/x/mod/sumdb/tlog: audit DIR VKEY. Every tile is authenticated against the signed root,
// every entry hashed and compared. Prints the size; any doubt is a message and exit code 1.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type files struct{ dir string }

func (f files) Height() int { return height }

func (f files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, 0, len(tiles))
	for _, tile := range tiles {
		read, err := f.read(tile)
		if err != nil {
			return nil, err
		}
		data = append(data, read)
	}
	return data, nil
}

func (f files) read(tile tlog.Tile) ([]byte, error) {
	path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	path = strings.Replace(path, "tile/data/", "tile/entries/", 1)
	return os.ReadFile(filepath.Join(f.dir, path))
}

func (f files) SaveTiles([]tlog.Tile, [][]byte) {}

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func tree(dir, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	check(err)
	data, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err)
	opened, err := note.Open(data, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	check(err)
	var hash tlog.Hash
	copy(hash[:], root)
	return tlog.Tree{N: size, Hash: hash}
}

func main() {
	log := files{os.Args[1]}
	signed := tree(log.dir, os.Args[2])
	reader := tlog.TileHashReader(signed, log)
	for begin := int64(0); begin < signed.N; begin += 256 {
		width := signed.N - begin
		if width > 256 {
			width = 256
		}
		bundle, err := log.read(tlog.Tile{H: height, L: -1, N: begin / 256, W: int(width)})
		check(err)
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, begin+int64(i))
		}
		hashes, err := reader.ReadHashes(indexes)
		check(err)
		for i, hash := range hashes {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				check(fmt.Errorf("entry %d is cut off", begin+int64(i)))
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != hash {
				check(fmt.Errorf("entry %d is not the one in the log", begin+int64(i)))
			}
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			check(fmt.Errorf("more entries than the log has after %d", begin+width))
		}
	}
	fmt.Println(signed.N)
}
