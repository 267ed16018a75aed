// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: MIT

package main

import (
	"os"

	"gopkg.in/yaml.v2"
)

type settings struct {
	Broker string   `yaml:"broker"`
	Topics []string `yaml:"topics"`
	Listen string   `yaml:"listen"`
	// Secret comes from the environment and never from the file.
	Secret string `yaml:"-"`
}

func readSettings(path string) (settings, error) {
	found := settings{Listen: ":8090", Topics: []string{"quay/+"}, Secret: os.Getenv("QUAY_SENSORS_SECRET")}
	text, err := os.ReadFile(path)
	if err != nil {
		return found, err
	}
	return found, yaml.UnmarshalStrict(text, &found)
}
