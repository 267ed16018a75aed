// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: MIT

package main

import (
	"encoding/json"
	"strings"
	"sync"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
	"github.com/prometheus/client_golang/prometheus"
)

type reading struct {
	Value float64   `json:"value"`
	Unit  string    `json:"unit"`
	At    time.Time `json:"at"`
}

type readings struct {
	mutex  sync.RWMutex
	latest map[string]reading
}

var received = prometheus.NewCounterVec(
	prometheus.CounterOpts{Name: "readings_received_total", Help: "Readings taken in, by whether they could be read."},
	[]string{"readable"},
)

func init() {
	prometheus.MustRegister(received)
}

func newReadings() *readings {
	return &readings{latest: map[string]reading{}}
}

func (r *readings) of(sensor string) (reading, bool) {
	r.mutex.RLock()
	defer r.mutex.RUnlock()
	found, known := r.latest[sensor]
	return found, known
}

func (r *readings) forget(sensor string) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	delete(r.latest, sensor)
}

func (r *readings) take(sensor string, payload []byte) {
	var next reading
	if json.Unmarshal(payload, &next) != nil {
		received.WithLabelValues("no").Inc()
		return
	}
	received.WithLabelValues("yes").Inc()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if next.At.After(r.latest[sensor].At) {
		r.latest[sensor] = next
	}
}

func subscribe(broker string, topics []string, into *readings) error {
	client := mqtt.NewClient(mqtt.NewClientOptions().AddBroker(broker).SetClientID("quay-sensors"))
	if token := client.Connect(); token.Wait() && token.Error() != nil {
		return token.Error()
	}
	for _, topic := range topics {
		token := client.Subscribe(topic, 1, func(_ mqtt.Client, message mqtt.Message) {
			parts := strings.Split(message.Topic(), "/")
			into.take(parts[len(parts)-1], message.Payload())
		})
		if token.Wait() && token.Error() != nil {
			return token.Error()
		}
	}
	return nil
}
