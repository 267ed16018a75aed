// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: MIT

// Command quay-sensors takes in water level, wind and fender forces of the quays and serves the latest of each.
package main

import (
	"log"
	"net/http"
	"os"

	jwt "github.com/dgrijalva/jwt-go"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	settings, err := readSettings(os.Getenv("QUAY_SENSORS_CONFIG"))
	if err != nil {
		log.Fatal(err)
	}
	latest := newReadings()
	if err := subscribe(settings.Broker, settings.Topics, latest); err != nil {
		log.Fatal(err)
	}

	router := gin.New()
	router.GET("/metrics", gin.WrapH(promhttp.Handler()))
	router.GET("/readings/:sensor", func(c *gin.Context) {
		reading, known := latest.of(c.Param("sensor"))
		if !known {
			c.Status(http.StatusNotFound)
			return
		}
		c.JSON(http.StatusOK, reading)
	})
	router.DELETE("/readings/:sensor", mayWrite(settings.Secret), func(c *gin.Context) {
		latest.forget(c.Param("sensor"))
		c.Status(http.StatusNoContent)
	})
	log.Fatal(router.Run(settings.Listen))
}

func mayWrite(secret string) gin.HandlerFunc {
	return func(c *gin.Context) {
		_, err := jwt.Parse(c.GetHeader("X-Harbor-Token"), func(*jwt.Token) (interface{}, error) {
			return []byte(secret), nil
		})
		if err != nil {
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}
